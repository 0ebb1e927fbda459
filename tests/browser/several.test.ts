/** Several findings in one field, what screen readers hear of them, and the way to the whole charter. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Page, until } from "./driver";
import { boxOf, empty, openFields, write } from "./fields";
import { keep } from "./pages";
import { ENGLISH, flagged } from "./posts";
import { type Signal, cardClosed, cardWhere, clickIn, openCard, signal, underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { card_several } = JSON.parse(readFileSync("extension/_locales/en/messages.json", "utf8"));
const OTHER = flagged("competitor-en");

inEachBrowser("several findings", (browser) => {
  before(() => keep(browser(), { charter, language: "en" }));

  for (const field of ["textarea", "rtl-editor", "dialog-editor"]) {
    test(`are counted by the field, which opens the first; the card turns to the others (${field})`, async () => {
      const page = await openFields(browser(), field);
      await write(page, field, ENGLISH.text);
      await underlined(page, ENGLISH.words);
      assert.equal((await signal(page))?.count, null, "one is not counted");
      await page.type(`. ${OTHER.text}`);
      await underlined(page, ENGLISH.words, OTHER.words);
      const shown = await signalWhere(page, "the count", ({ count }) => count === "2");
      assert.equal(shown.label, card_several.message.replace("$1", "2"));
      await straddles(page, field, shown);
      await clickIn(page, shown.box);
      const first = await cardWhere(page, "the first", ({ saw }) => saw.includes(ENGLISH.words));
      assert.equal(first.focused, null, "the focus stays where it is");
      assert(first.turning, "it is one of several");
      assert.equal(first.turning.count, "1 of 2");
      await clickIn(page, first.turning.next);
      const second = await cardWhere(page, "the second", ({ saw }) => saw.includes(OTHER.words));
      await clickIn(page, second.turning?.previous ?? assert.fail());
      await cardWhere(page, "the first again", ({ saw }) => saw.includes(ENGLISH.words));
      await page.close();
    });
  }

  test("are turned to with the keyboard alone", async () => {
    const page = await openFields(browser(), "textarea");
    await write(page, "textarea", `${ENGLISH.text}. ${OTHER.text}`);
    await underlined(page, ENGLISH.words, OTHER.words);
    await page.press("Alt+Shift+A");
    await cardWhere(page, "the focus", ({ focused }) => focused !== null);
    await page.press("Shift+Tab");
    await page.press("Enter");
    const { focused } = await cardWhere(page, "the second", ({ saw }) => saw.includes(OTHER.words));
    assert(focused, "the focus stays on the button");
    await page.press("Escape");
    await cardClosed(page);
    await page.close();
  });

  test("are told to screen readers once, in one sentence, after a pause", async () => {
    const page = await openFields(browser(), "textarea");
    await write(page, "textarea", ENGLISH.text);
    const { heard } = await signalWhere(page, "the sentence", ({ heard }) => heard !== "");
    assert(heard.includes(ENGLISH.words) && heard.includes("Alt+Shift+A"), heard);
    await page.type(`. ${OTHER.text}`);
    const news = await signalWhere(page, "the news", (now) => now.heard !== heard);
    assert(news.heard.includes(OTHER.words) && !news.heard.includes(ENGLISH.words), news.heard);
    await page.press("Control+z");
    await empty(page);
    await until("the silence", async () => (await signal(page)) === undefined);
    await page.close();
  });

  test("come with a link to the whole charter, in a tab of its own that learns nothing of this one", async () => {
    const page = await openFields(browser(), "textarea");
    await write(page, "textarea", ENGLISH.text);
    const [mark] = await underlined(page, ENGLISH.words);
    assert(mark);
    const { link } = await openCard(page, mark);
    assert.deepEqual(link, { href: "https://charter.example.com/", target: "_blank", rel: "noopener noreferrer" });
    const { links: _, ...without } = JSON.parse(charter);
    await keep(browser(), { charter: JSON.stringify(without), language: "en" });
    await page.front();
    await cardWhere(page, "the card without a link", ({ link }) => link === null);
    await page.close();
    await keep(browser(), { charter, language: "en" });
  });
});

function signalWhere(page: Page, what: string, isIt: (signal: Signal) => boolean): Promise<Signal> {
  return until(what, async () => {
    const shown = await signal(page);
    return shown && isIt(shown) ? shown : undefined;
  });
}

/** The count is no smaller than a finger needs and stands at the end of the field's upper edge. */
async function straddles(page: Page, field: string, { box }: Signal): Promise<void> {
  const edges = await boxOf(page, field);
  assert(box.right - box.left >= 24 && box.bottom - box.top >= 24, JSON.stringify(box));
  assert(box.top < edges.top && box.bottom > edges.top, "it straddles the edge");
  const [near, far] = [Math.abs(box.left - edges.left), Math.abs(box.right - edges.right)];
  assert(field.startsWith("rtl") ? near < far : far < near, "it is at the end of the line");
}
