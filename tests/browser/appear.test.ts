/** A warning appears in each kind of field, in each language, and goes with the words. */
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import { empty, openFields, openStrict, write } from "./fields";
import { ENGLISH, HARMLESS, HEBREW } from "./posts";
import { drawn, underlined } from "./warning";

const CASES = [
  ["textarea", ENGLISH],
  ["textarea", HEBREW],
  ["input", ENGLISH],
  ["editor", ENGLISH],
  ["editor", HEBREW],
  ["closed-textarea", ENGLISH],
  ["closed-editor", ENGLISH],
  ["closed-editor", HEBREW],
  ["rtl-textarea", HEBREW],
  ["rtl-input", HEBREW],
  ["rtl-editor", HEBREW],
  ["auto-textarea", HEBREW],
  ["auto-textarea", ENGLISH],
  ["auto-editor", HEBREW],
  ["frame-editor", ENGLISH],
  ["frame-editor", HEBREW],
  ["dialog-textarea", HEBREW],
  ["dialog-editor", ENGLISH],
] as const;

inEachBrowser("a warning", (browser) => {
  for (const [field, { language, text, words }] of CASES) {
    test(`appears in ${field} (${language}) and goes with the words`, async () => {
      const page = await openFields(browser(), field);
      await write(page, field, text);
      for (const mark of await underlined(page, words)) await drawn(page, mark);
      await empty(page);
      await underlined(page);
      await page.close();
    });

    test(`appears in ${field} (${language}) under a strict content security policy`, async () => {
      const page = await openStrict(browser(), field);
      await write(page, field, text);
      for (const mark of await underlined(page, words)) await drawn(page, mark);
      await page.close();
    });
  }

  test("says nothing of a harmless post", async () => {
    const page = await openFields(browser(), "textarea", "editor");
    await write(page, "textarea", HARMLESS);
    await write(page, "editor", ENGLISH.text);
    await underlined(page, ENGLISH.words);
    await page.close();
  });
});
