/** The background is stopped, as browsers do, and nobody who writes notices. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import { empty, openFields, write } from "./fields";
import { ENGLISH, HEBREW } from "./posts";
import { openCard, underlined } from "./warning";

inEachBrowser("a background that was stopped", (browser) => {
  for (const field of ["textarea", "editor"]) {
    test(`answers the next keystroke (${field})`, async () => {
      const page = await openFields(browser(), field);
      await write(page, field, `${ENGLISH.text}. `);
      await underlined(page, ENGLISH.words);
      await browser().stopBackground();
      await page.type(HEBREW.text);
      await underlined(page, ENGLISH.words, HEBREW.words);
      await page.close();
    });
  }

  test("leaves the warning and its card, and takes it back when the words go", async () => {
    const page = await openFields(browser(), "textarea");
    await write(page, "textarea", HEBREW.text);
    const [mark] = await underlined(page, HEBREW.words);
    assert(mark);
    await browser().stopBackground();
    assert((await openCard(page, mark)).title);
    await page.press("Escape");
    await empty(page);
    await underlined(page);
    await page.close();
  });

  test("answers a field that it has never seen", async () => {
    const page = await openFields(browser(), "textarea", "editor");
    await write(page, "textarea", HEBREW.text);
    await underlined(page, HEBREW.words);
    await browser().stopBackground();
    await write(page, "editor", ENGLISH.text);
    await underlined(page, HEBREW.words, ENGLISH.words);
    await page.close();
  });
});
