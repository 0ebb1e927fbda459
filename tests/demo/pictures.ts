/** Draws every state of the card, the count and the popup into docs/pictures, from the running extension. */
import { writeFile } from "node:fs/promises";
import { type Chromium, type ChromiumPage, startChromium } from "../browser/chromium";
import { until } from "../browser/driver";
import { clickAt, keep, openPopup } from "../browser/pages";
import { flagged } from "../browser/posts";
import { type Box, type Card, cardClosed, cardWhere, clickIn, marks, openCard, signal, underlined } from "../browser/warning";

type Language = "en" | "he";

interface Studio {
  readonly browser: Chromium;
  readonly folder: string;
  readonly charter: string;
  readonly language: Language;
}

const FEED = "https://x.com/";
const BOX = { en: "post", he: "hebrew" };
const POSTS = { en: ["result-en", "competitor-en"], he: ["result-he", "deal-he"] } as const;
const NAME = { en: "Golden Pages Support", he: "דפי זהב תמיכה" };
const MARGIN = 12;
// What of a wide field is left and right of the card.
const BESIDE = 60;
const WIDE = 300;

/** Draws them all, of the feed that is served from `pages`: small, since they are many. */
export async function drawStates(pages: string, charter: string, folder: string): Promise<void> {
  const browser = await startChromium({ pages, width: 1040, height: 720 });
  try {
    for (const language of ["en", "he"] as const) await drawIn({ browser, folder, charter, language });
  } finally {
    await browser.close();
  }
}

async function drawIn(studio: Studio): Promise<void> {
  await keep(studio.browser, { charter: studio.charter, language: studio.language });
  await drawCard(studio);
  await drawSeveral(studio);
  await drawSetAside(studio);
  await drawName(studio);
  await drawPopups(studio);
}

/** The card alone: light, dark, and in the reader's own colours. */
async function drawCard(studio: Studio): Promise<void> {
  const page = await openFeed(studio);
  await page.type(text(studio, 1));
  const shown = await openFirst(page);
  const wishes = { "": {}, "-dark": { colorScheme: "dark" }, "-forced": { forcedColors: "active" } } as const;
  for (const [name, wish] of Object.entries(wishes)) {
    await page.emulate({ colorScheme: "light", forcedColors: "none", ...wish });
    await save(studio, `card-${studio.language}${name}`, page, shown.box);
  }
  await page.close();
}

/** Two findings: the count by the field, and the card that turns from one to the other. */
async function drawSeveral(studio: Studio): Promise<void> {
  const page = await openFeed(studio);
  await page.type(text(studio, 2));
  const { box } = await until("the count", async () => {
    const shown = await signal(page);
    return shown?.count ? shown : undefined;
  });
  await save(studio, `several-${studio.language}-count`, page, { ...box, left: box.left - WIDE, right: box.right + WIDE });
  await clickIn(page, box);
  const shown = await cardWhere(page, "the card", ({ turning }) => turning !== null);
  await save(studio, `several-${studio.language}`, page, shown.box);
  await page.close();
}

/** What is shown once a warning was set aside, each way. */
async function drawSetAside(studio: Studio): Promise<void> {
  const page = await openFeed(studio);
  await page.type(text(studio, 1));
  for (const [index, name] of ["fine", "not-about-work", "wrong"].entries()) {
    const { offers } = await openFirst(page);
    await clickIn(page, offers[index]?.box ?? fail("no such offer"));
    const note = await cardWhere(page, "the note", ({ clause }) => clause === "");
    await save(studio, `set-aside-${studio.language}-${name}`, page, note.box);
    await clickIn(page, note.offers[0]?.box ?? fail("no way back"));
    await cardWhere(page, "the card", ({ clause }) => clause !== "");
    await page.press("Escape");
    await cardClosed(page);
  }
  await page.close();
}

/** The name of an account. */
async function drawName(studio: Studio): Promise<void> {
  const page = await openFeed(studio, "name");
  await page.type(NAME[studio.language]);
  const shown = await openFirst(page);
  await save(studio, `name-${studio.language}`, page, shown.box, "#name");
  await page.close();
}

/** The popup: without a charter, with one and what was found, and with what was told to be wrong. */
async function drawPopups(studio: Studio): Promise<void> {
  const { browser, charter, language } = studio;
  await keep(browser, { language });
  await savePopup(studio, "none");
  await keep(browser, { charter, language });
  const page = await openFeed(studio);
  await page.type(text(studio, 1));
  await openFirst(page);
  await savePopup(studio, "charter");
  await page.front();
  const { offers } = await cardWhere(page, "the card", () => true);
  await clickIn(page, offers[2]?.box ?? fail("no such offer"));
  await underlined(page);
  await savePopup(studio, "reports");
  await page.close();
}

async function savePopup(studio: Studio, name: string): Promise<void> {
  const popup = (await openPopup(studio.browser)) as ChromiumPage;
  await popup.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
  const shown = await popup.evaluate(() => document.body.getBoundingClientRect().toJSON() as Box);
  for (const dark of name === "charter" ? [false, true] : [false]) {
    await popup.emulate({ colorScheme: dark ? "dark" : "light" });
    await writeFile(`${studio.folder}/popup-${studio.language}-${name}${dark ? "-dark" : ""}.png`, await popup.picture(shown));
  }
  await popup.close();
}

async function openFeed({ browser, language }: Studio, box = BOX[language]): Promise<ChromiumPage> {
  const page = await browser.open(`${FEED}?${language}`);
  await page.emulate({ colorScheme: "light" });
  await clickAt(page, `#${box}`);
  return page;
}

function text({ language }: Studio, many: number): string {
  return POSTS[language].slice(0, many).map((id) => flagged(id).text).join(". ");
}

/** Opens the card of the first words that are underlined. */
async function openFirst(page: ChromiumPage): Promise<Card> {
  const [first] = await until("a warning", async () => {
    const seen = await marks(page);
    return seen.length > 0 && seen;
  });
  // What is underlined can be pointed at from the frame after.
  const [mark] = await underlined(page, first?.words ?? "");
  await openCard(page, mark ?? fail("nothing is underlined"));
  return cardWhere(page, "all of the card", ({ box }) => box.bottom > box.top);
}

/** Saves the field and what stands beside it. */
async function save({ folder, language }: Studio, name: string, page: ChromiumPage, shown: Box, field = `#${BOX[language]}`): Promise<void> {
  const box = await page.evaluate((field) => document.querySelector(field)?.getBoundingClientRect().toJSON() as Box, field);
  await settled(page);
  await writeFile(`${folder}/${name}.png`, await page.picture(around(box, shown)));
}

/** Waits until nothing moves any more. */
async function settled(page: ChromiumPage): Promise<void> {
  await until("the end of all movement", async () => {
    const moving = await page.inOverlays((root) => root.getAnimations().some(({ playState }) => playState === "running"));
    return !moving.includes(true);
  });
}

function around(field: Box, shown: Box): Box {
  return {
    left: Math.max(0, Math.min(shown.left, Math.max(field.left, shown.left - BESIDE)) - MARGIN),
    top: Math.max(0, Math.min(field.top, shown.top) - MARGIN),
    right: Math.max(shown.right, Math.min(field.right, shown.right + BESIDE)) + MARGIN,
    bottom: Math.max(field.bottom, shown.bottom) + MARGIN,
  };
}

function fail(message: string): never {
  throw new Error(message);
}
