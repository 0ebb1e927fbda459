/** The card: what it says, when it opens, and that it gets in nobody's way. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Page, until } from "./driver";
import { openFields, openStrict, write } from "./fields";
import { keep } from "./pages";
import { ENGLISH, HEBREW } from "./posts";
import { type Card, type Mark, card, cardClosed, middle, openCard, underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { finances } = JSON.parse(charter).categories;

inEachBrowser("the card", (browser) => {
  before(() => keep(browser(), { charter, language: "en" }));

  for (const field of ["textarea", "editor", "closed-textarea", "dialog-textarea", "dialog-editor"]) {
    test(`opens on hover over ${field} and Escape closes it`, async () => {
      const page = await openFields(browser(), field);
      const mark = await writeFlagged(page, field);
      const shown = await openCard(page, mark);
      assert(shown.title && shown.saw.includes(ENGLISH.words), "it says what it saw");
      assert.equal(shown.clause, finances.clause.en);
      assert.equal(shown.advice, finances.advice.en);
      staysClear(shown, mark);
      await page.press("Escape");
      await cardClosed(page);
      await page.type("!");
      await underlined(page, ENGLISH.words);
      await page.close();
    });
  }

  test("opens under a strict content security policy", async () => {
    const page = await openStrict(browser(), "textarea");
    const mark = await writeFlagged(page, "textarea");
    staysClear(await openCard(page, mark), mark);
    await page.close();
  });

  test("opens on a click on the words and stays until a click elsewhere", async () => {
    const page = await openFields(browser(), "editor");
    const { x, y } = middle(await writeFlagged(page, "editor"));
    await page.click(x, y);
    await until("the card", () => card(page));
    await page.click(900, 650);
    await cardClosed(page);
    await page.close();
  });

  test("opens on the shortcut, and Escape gives the focus back", async () => {
    const page = await openFields(browser(), "textarea");
    await writeFlagged(page, "textarea");
    await page.press("Alt+Shift+A");
    await until("the card", () => card(page));
    await page.press("Escape");
    await cardClosed(page);
    await page.type(" again");
    const value = await page.evaluate(() => document.querySelector("textarea")?.value);
    assert.equal(value, `${ENGLISH.text} again`);
    await page.close();
  });

  test("speaks Hebrew, from right to left", async () => {
    await keep(browser(), { charter, language: "he" });
    const page = await openFields(browser(), "rtl-textarea");
    await write(page, "rtl-textarea", HEBREW.text);
    const [mark] = await underlined(page, HEBREW.words);
    assert(mark);
    const shown = await openCard(page, mark);
    assert.equal(shown.dir, "rtl");
    assert.equal(shown.clause, finances.clause.he);
    staysClear(shown, mark);
    await page.close();
    await keep(browser(), { charter, language: "en" });
  });
});

async function writeFlagged(page: Page, field: string): Promise<Mark> {
  await write(page, field, ENGLISH.text);
  const [mark] = await underlined(page, ENGLISH.words);
  assert(mark);
  return mark;
}

/** The card covers none of the words and stays in the window (1000 by 700). */
function staysClear({ box }: Card, { boxes }: Mark): void {
  for (const words of boxes) {
    const apart = box.left >= words.right || box.right <= words.left || box.top >= words.bottom || box.bottom <= words.top;
    assert(apart, `the card ${JSON.stringify(box)} covers the words ${JSON.stringify(words)}`);
  }
  assert(box.left >= 0 && box.top >= 0 && box.right <= 1000 && box.bottom <= 700, "the card is in the window");
}
