/** A page that looks for Amana learns nothing before it speaks, little after, and can't make it read what it should not. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Browser, type Page, until } from "./driver";
import { boxOf, write } from "./fields";
import { keep } from "./pages";
import { ENGLISH, HARMLESS } from "./posts";
import { countReads, takeReads } from "./reads";
import { openCard, underlined } from "./warning";

const FIELDS = ["textarea", "editor", "input", "search", "password"];
const charter = readFileSync("charters/golden-pages.json", "utf8");

interface Learned {
  readonly seen: string[];
  readonly changed: string[];
  readonly sheets: number;
  readonly highlights: string[];
  readonly resources: string[];
}

interface ProbeWindow {
  readonly built: Promise<unknown>;
  readonly fields: Record<string, HTMLInputElement>;
  watch(): void;
  learned(): Learned;
}

inEachBrowser("a page that looks for Amana", (browser) => {
  test("learns nothing before it speaks, and then of a node beside its body and of lines under words", async () => {
    const page = await open(browser(), FIELDS);
    // The page's own measuring is not to be taken for someone else's.
    const boxes = await Promise.all(FIELDS.map((field) => boxOf(page, field)));
    await page.evaluate(() => (window as unknown as ProbeWindow).watch());
    for (const text of [HARMLESS, `. ${ENGLISH.text}`]) {
      for (const { left, right, top } of text === HARMLESS ? boxes : boxes.slice(0, 1)) {
        await page.click((left + right) / 2, top + 12);
        await page.type(text);
      }
    }
    await until("a node beside the body", () => page.evaluate(() => document.documentElement.children.length > 2));
    const learned = await page.evaluate(() => (window as unknown as ProbeWindow).learned());
    assert.deepEqual(learned, { seen: ["childList HTML DIV"], changed: [], sheets: 0, highlights: ["text-mark-1"], resources: [] });
    await page.close();
  });

  test("gets no clause and no category when it speaks", async () => {
    await keep(browser(), { charter, language: "en" });
    const page = await open(browser(), ["editor"]);
    await write(page, "editor", ENGLISH.text);
    for (const mark of await underlined(page, ENGLISH.words)) {
      const { clause, title } = await openCard(page, mark);
      const { markup, keys, roots } = await inSight(page);
      for (const secret of [clause, title, ENGLISH.category ?? ""]) assert(!`${markup} ${keys}`.includes(secret), secret);
      assert.equal(roots, 0);
    }
    await page.close();
  });

  test("can't have a secret read that was a post when it was asked about", async () => {
    const page = await open(browser(), ["input", "textarea"]);
    await page.evaluate(() => Object.entries((window as unknown as ProbeWindow).fields).forEach(([id, field]) => void (field.id = id)));
    await countReads(page);
    await write(page, "input", HARMLESS);
    await until("the box to be read", async () => (await takeReads(page)).includes("input"));
    await turnInto(page, "password");
    await page.type(ENGLISH.text);
    await turnInto(page, "text");
    await page.type("!");
    await write(page, "textarea", ENGLISH.text);
    await underlined(page, ENGLISH.words);
    await takeReads(page);
    await write(page, "input", ENGLISH.text);
    await write(page, "textarea", HARMLESS);
    await until("the other box to be read", async () => {
      const reads = await takeReads(page);
      assert(!reads.includes("input"), "what was a secret once is one");
      return reads.includes("textarea");
    });
    await page.close();
  });
});

async function open(browser: Browser, fields: readonly string[]): Promise<Page> {
  const page = await browser.open(`https://x.com/probe.html?${fields.join("&")}`);
  await page.evaluate(async () => void (await (window as unknown as ProbeWindow).built));
  return page;
}

/** What a script of the page can read of the document. */
function inSight(page: Page): Promise<{ markup: string; keys: string; roots: number }> {
  return page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    keys: [...CSS.highlights.keys()].join(" "),
    roots: [...document.querySelectorAll("*")].filter((element) => element.shadowRoot).length,
  }));
}

function turnInto(page: Page, type: string): Promise<void> {
  return page.evaluate((type) => {
    const { input } = (window as unknown as ProbeWindow).fields;
    if (input) input.type = type;
  }, type);
}
