/**
 * The demo: real Chromium, the extension as it ships, sample posts typed key by key; it tells what each was warned of, as
 * the card says it, and draws docs/pictures. It ends with an error when a post is not warned of as posts.json has it.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type Chromium, type ChromiumPage, startChromium } from "../browser/chromium";
import { until } from "../browser/driver";
import { clickAt, keep } from "../browser/pages";
import { type Post, flagged, posts } from "../browser/posts";
import { type Card, card, cardClosed, marks, openCard, underlined } from "../browser/warning";
import { drawStates } from "./pictures";

const FEED = "https://x.com/";
const PICTURES = "docs/pictures";
// The pictures show one post in each language, in the first box of the feed in that language.
const SHOWN = { en: "result-en", he: "result-he" };
// Nothing tells that nothing will be said: a silence that lasts this long is one.
const SILENCE_MS = 1500;

const isOpen = process.argv.includes("--open");
if (isOpen && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) fail("--open takes a display, and there is none");
await main();

async function main(): Promise<void> {
  const browser = await startChromium({ pages: "tests/demo", headed: isOpen, width: 1040, height: 620, scale: 1.5 });
  try {
    const charter = await readFile("charters/golden-pages.json", "utf8");
    const wrong = await tell(browser, charter);
    for (const language of ["en", "he"] as const) await draw(browser, charter, language);
    await drawStates("tests/demo", charter, PICTURES);
    if (isOpen) await leaveOpen(browser);
    if (wrong > 0) fail(`${wrong} of ${posts.length} posts were not warned of as tests/demo/posts.json has it`);
  } finally {
    await browser.close();
  }
}

/** Types every post and prints what it was warned of; how many were not warned of as they should be. */
async function tell(browser: Chromium, charter: string): Promise<number> {
  console.log(`The feed is served by this machine under the name ${FEED}; nothing leaves it.\n`);
  let wrong = 0;
  for (const language of ["en", "he"] as const) {
    await keep(browser, { charter, language });
    const page = await browser.open(FEED);
    for (const post of posts.filter((post) => post.language === language)) {
      const warnings = await writePost(page, post);
      print(post, warnings);
      if (!(await isAsExpected(post, warnings))) wrong++;
      await clear(page);
    }
    await page.close();
  }
  return wrong;
}

/** What the reader was warned of: the words, and the card that opened over them. */
interface Warning {
  readonly words: string;
  readonly card: Card;
}

async function writePost(page: ChromiumPage, post: Post): Promise<Warning[]> {
  await clickAt(page, `#${post.box}`);
  await page.type(post.text);
  await answered(page, post);
  const warnings: Warning[] = [];
  for (const mark of await marks(page)) {
    warnings.push({ words: mark.words, card: await openCard(page, mark) });
    await page.press("Escape");
    await cardClosed(page);
  }
  return warnings;
}

async function answered(page: ChromiumPage, { category }: Post): Promise<void> {
  const warned = until("a warning", async () => (await marks(page)).length > 0).catch(() => undefined);
  await Promise.race(category ? [warned, setTimeout(4 * SILENCE_MS)] : [setTimeout(SILENCE_MS)]);
  await nextFrame(page);
}

// What is underlined can be pointed at from the frame after.
function nextFrame(page: ChromiumPage): Promise<void> {
  return page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));
}

async function clear(page: ChromiumPage): Promise<void> {
  await page.press("Control+a");
  await page.press("Backspace");
  await underlined(page);
}

/** Whether a post was warned of in its category, and a harmless one not at all. */
async function isAsExpected({ category, language }: Post, warnings: readonly Warning[]): Promise<boolean> {
  const locale = JSON.parse(await readFile(`extension/_locales/${language}/messages.json`, "utf8"));
  const titles = warnings.map(({ card }) => card.title);
  return category ? titles.includes(locale[`category_${category.replaceAll("-", "_")}`].message) : titles.length === 0;
}

function print({ box, text }: Post, warnings: readonly Warning[]): void {
  console.log(`${box.padEnd(8)} ${text}`);
  if (warnings.length === 0) console.log(`${" ".repeat(9)}nothing to say\n`);
  for (const { words, card } of warnings) {
    const rows = { "warned of": card.title, words, clause: card.clause };
    for (const [name, value] of Object.entries(rows)) console.log(`${" ".repeat(9)}${name.padEnd(10)} ${value}`);
    console.log();
  }
}

/** Draws the feed with an open card, light and dark. */
async function draw(browser: Chromium, charter: string, language: "en" | "he"): Promise<void> {
  await keep(browser, { charter, language });
  const page = await browser.open(`${FEED}?${language}`);
  const { text, words } = flagged(SHOWN[language]);
  await clickAt(page, "#post");
  await page.type(text);
  const [mark] = await underlined(page, words);
  if (mark) await openCard(page, mark);
  await mkdir(PICTURES, { recursive: true });
  for (const dark of [false, true]) {
    await page.emulate({ colorScheme: dark ? "dark" : "light" });
    await until("the card", () => card(page));
    await writeFile(`${PICTURES}/demo-${language}${dark ? "-dark" : ""}.png`, await page.screenshot());
  }
  await page.close();
}

async function leaveOpen(browser: Chromium): Promise<void> {
  await browser.open(FEED);
  console.log("The window is yours: type in any box. Close it to end.");
  await browser.closed();
}

function fail(message: string): never {
  console.error(`demo: ${message}`);
  process.exit(1);
}
