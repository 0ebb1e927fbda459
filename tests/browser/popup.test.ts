/** The popup: which charter is in force, what was found in the tab, and the switch for the site. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Browser, until } from "./driver";
import { openFields, write } from "./fields";
import { change, clickAt, keep, openPopup, textAt } from "./pages";
import { ENGLISH } from "./posts";
import { underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { title } = JSON.parse(charter);

inEachBrowser("the popup", (browser) => {
  afterEach(() => keep(browser(), {}));

  for (const language of ["en", "he"] as const) {
    test(`says that there is no company charter yet (${language})`, async () => {
      await keep(browser(), { language });
      const none = sentence(language, "popup_no_charter");
      await until("that sentence", async () => (await popupSays(browser(), "#charter-title")) === none);
    });

    test(`names the charter in force (${language})`, async () => {
      await keep(browser(), { language, charter });
      await until("its title", async () => (await popupSays(browser(), "#charter-title")) === title[language]);
    });
  }

  test("says what is wrong with a charter and keeps the last good one", async () => {
    await keep(browser(), { language: "en", charter });
    await until("the charter's title", async () => (await popupSays(browser(), "#charter-title")) === title.en);
    await change(browser(), { charter: '{"charter": 1, "company": {"names": [""]}}' });
    await until("the problem", async () => (await popupSays(browser(), "#charter-problem")).includes("company.names"));
    assert.equal(await popupSays(browser(), "#charter-title"), title.en);
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

/** What stands at `place` in a popup that is opened now. */
async function popupSays(browser: Browser, place: string): Promise<string> {
  const popup = await openPopup(browser);
  const text = await textAt(popup, place);
  await popup.close();
  return text;
}

function sentence(language: "en" | "he", key: string): string {
  return JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8"))[key].message;
}
