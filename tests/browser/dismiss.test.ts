/** What a reader sets aside: it falls quiet, can be taken back, and no word of the text is kept. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Page, until } from "./driver";
import { empty, openFields, write } from "./fields";
import { clickAt, keep, kept, openPopup, textAt } from "./pages";
import { ENGLISH, flagged } from "./posts";
import { type Button, type Card, card, cardClosed, cardWhere, clickIn, openCard, underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const OTHER = flagged("competitor-en");
const [FINE, NOT_WORK, WRONG] = [0, 1, 2];

inEachBrowser("setting aside", (browser) => {
  beforeEach(() => keep(browser(), { charter, language: "en" }));

  for (const field of ["textarea", "editor", "dialog-textarea"]) {
    test(`silences, says so in the card's place, and can be taken back (${field})`, async () => {
      const page = await openFields(browser(), field);
      for (const choice of [FINE, NOT_WORK, WRONG]) {
        await writeAndChoose(page, field, choice);
        await underlined(page);
        const note = await cardWhere(page, "the note", ({ clause }) => clause === "");
        assert(note.title && note.saw && note.offers.length === 1, JSON.stringify(note));
        await clickIn(page, at(note, 0).box);
        await underlined(page, ENGLISH.words);
        await page.press("Escape");
        await cardClosed(page);
        await empty(page);
        await underlined(page);
      }
      await page.close();
    });
  }

  test("of a post holds until the box is empty", async () => {
    const page = await openFields(browser(), "textarea");
    await writeAndChoose(page, "textarea", FINE);
    await underlined(page);
    await page.type(`. ${OTHER.text}`);
    // The note goes with the answer to the text as it is now.
    await cardClosed(page);
    await underlined(page);
    await empty(page);
    await page.type(OTHER.text);
    await underlined(page, OTHER.words);
    await page.close();
  });

  test("of a sentence holds wherever it is written again, after the background slept too", async () => {
    const page = await openFields(browser(), "textarea", "editor");
    await writeAndChoose(page, "textarea", NOT_WORK);
    await underlined(page);
    await until("it to be kept", async () => JSON.stringify(await kept(browser())).includes('"sentences":["'));
    await page.front();
    await empty(page);
    await browser().stopBackground();
    await write(page, "editor", `${ENGLISH.text}. ${OTHER.text}`);
    await underlined(page, OTHER.words);
    await page.close();
  });

  test("leaves no typed word in what is kept", async () => {
    const page = await openFields(browser(), "textarea");
    for (const choice of [FINE, NOT_WORK, WRONG]) {
      await writeAndChoose(page, "textarea", choice);
      await underlined(page);
      await clickIn(page, at(await cardWhere(page, "the note", ({ clause }) => clause === ""), 0).box);
      await underlined(page, ENGLISH.words);
      await page.press("Escape");
      await empty(page);
    }
    await writeAndChoose(page, "textarea", WRONG);
    await underlined(page);
    const all = await until("the report", async () => {
      const { charter: _, ...rest } = await kept(browser());
      return JSON.stringify(rest).includes('"category":"finances"') && rest;
    });
    const { charter_last_good: _, ...own } = all;
    const [{ rule }] = (own["set_aside"] as { reports: [{ rule: string }] }).reports;
    const text = JSON.stringify(own).replaceAll(rule, "").toLowerCase();
    for (const word of ENGLISH.text.toLowerCase().match(/[a-z]{3,}|\d+%/g) ?? []) assert(!text.includes(word), `${word}: ${text}`);
    await page.close();
  });

  test("as wrong is listed in the popup, copied and deleted there", async () => {
    const page = await openFields(browser(), "textarea");
    await writeAndChoose(page, "textarea", WRONG);
    await underlined(page);
    const popup = await openPopup(browser());
    await until("the count", async () => (await textAt(popup, "#reports-count")).includes("1"));
    await clickAt(popup, "#reports-count");
    assert.match(await textAt(popup, "#reports-list"), /finances-[a-z-]+ · \d{4}-\d\d-\d\d/);
    await clickAt(popup, "#reports-copy");
    await until("the answer", async () => (await textAt(popup, "#reports-copied")) !== "");
    await clickAt(popup, "#add-site");
    await popup.press("Control+v");
    const pasted = await popup.evaluate(() => document.querySelector<HTMLInputElement>("#add-site")?.value);
    assert.match(pasted ?? "", /^\S.* finances-[a-z-]+ · \d{4}-\d\d-\d\d/);
    await clickAt(popup, "#reports-delete");
    await until("the list to go", () => popup.evaluate(() => document.querySelector<HTMLElement>("#reports")?.hidden === true));
    assert.deepEqual(((await kept(browser()))["set_aside"] as { reports: unknown[] }).reports, []);
    await popup.close();
    await page.close();
  });

  test("is done with the keyboard alone, and the focus comes back", async () => {
    const page = await openFields(browser(), "editor");
    await write(page, "editor", ENGLISH.text);
    await underlined(page, ENGLISH.words);
    await page.press("Alt+Shift+A");
    const { offers } = await cardWhere(page, "the focus", ({ focused }) => focused !== null);
    const wanted = offers[NOT_WORK]?.label;
    for (let stops = 0; stops < 10 && (await card(page))?.focused !== wanted; stops++) await page.press("Tab");
    await page.press("Enter");
    await cardWhere(page, "the note, with the focus", ({ clause, focused }) => clause === "" && focused !== null);
    await underlined(page);
    await page.press("Escape");
    await cardClosed(page);
    await page.type("!");
    assert.equal(await page.evaluate(() => document.querySelector("[contenteditable]")?.textContent), `${ENGLISH.text}!`);
    await page.close();
  });

  test("of a name has no sentence to speak of", async () => {
    const page = await openFields(browser(), "name");
    await write(page, "name", "golden_pages_il");
    const [mark] = await underlined(page, "golden_pages");
    assert(mark);
    const { offers } = await openCard(page, mark);
    assert.equal(offers.length, 2);
    await clickIn(page, offers[FINE]?.box ?? assert.fail());
    await underlined(page);
    await page.close();
  });
});

/** Writes what is warned of, opens the card and presses one of its offers. */
async function writeAndChoose(page: Page, field: string, choice: number): Promise<void> {
  await write(page, field, ENGLISH.text);
  const [mark] = await underlined(page, ENGLISH.words);
  assert(mark);
  const shown = await openCard(page, mark);
  assert.equal(shown.offers.length, 3);
  await clickIn(page, at(shown, choice).box);
}

function at({ offers }: Card, choice: number): Button {
  const offer = offers[choice];
  assert(offer);
  return offer;
}
