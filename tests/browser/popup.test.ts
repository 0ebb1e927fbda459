/** The popup: which charter is in force, what was found in the tab, and the switch for the site. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { inEachBrowser } from "./browsers";
import { until } from "./driver";
import { openFields, write } from "./fields";
import { clickAt, keep, openPopup, textAt } from "./pages";
import { ENGLISH } from "./posts";
import { underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { title } = JSON.parse(charter);

inEachBrowser("the popup", (browser) => {
  afterEach(() => keep(browser(), {}));

  for (const language of ["en", "he"] as const) {
    test(`says that there is no company charter yet (${language})`, async () => {
      await keep(browser(), { language });
      const popup = await openPopup(browser());
      await until("the popup", async () => (await textAt(popup, "#charter-title")) === sentence(language, "popup_no_charter"));
      await popup.close();
    });

    test(`names the charter in force (${language})`, async () => {
      await keep(browser(), { language, charter });
      const popup = await openPopup(browser());
      await until("the charter's title", async () => (await textAt(popup, "#charter-title")) === title[language]);
      await popup.close();
    });
  }

  test("says what is wrong with a charter and keeps the last good one", async () => {
    await keep(browser(), { language: "en", charter });
    const popup = await openPopup(browser());
    await until("the charter's title", async () => (await textAt(popup, "#charter-title")) === title.en);
    await popup.evaluate(() => chrome.storage.local.set({ charter: '{"charter": 1, "company": {"names": [""]}}' }));
    await until("the problem", async () => (await textAt(popup, "#charter-problem")).includes("company.names"));
    assert.equal(await textAt(popup, "#charter-title"), title.en);
    await popup.close();
  });

  test("lists what was found in the tab, and switches Amana off and on for the site", async () => {
    await keep(browser(), { language: "en", charter });
    const page = await openFields(browser(), "textarea");
    await write(page, "textarea", ENGLISH.text);
    await underlined(page, ENGLISH.words);
    const popup = await openPopup(browser());
    await until("what was found", async () => (await textAt(popup, "#findings")).includes(ENGLISH.words));
    await clickAt(popup, "#site-on");
    await page.front();
    await underlined(page);
    await popup.front();
    await clickAt(popup, "#site-on");
    await page.front();
    await underlined(page, ENGLISH.words);
    await popup.close();
    await page.close();
  });
});

function sentence(language: "en" | "he", key: string): string {
  return JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8"))[key].message;
}
