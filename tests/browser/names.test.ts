/** Names of accounts: warned of where an account is opened or renamed, while what stands beside them is not even read. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";
import { inEachBrowser } from "./browsers";
import { type Browser, type Page, until } from "./driver";
import { empty } from "./fields";
import { keep, kept, openPopup, textAt } from "./pages";
import { countReads, takeReads } from "./reads";
import { drawn, openCard, underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { categories, contact } = JSON.parse(charter);
const { clause } = categories["brand-account"];

interface Form {
  readonly url: string;
  readonly language: "en" | "he";
  /** What is typed, and the words in it that are underlined. */
  readonly name: string;
  readonly words: string;
  /** The brand as the charter writes it. */
  readonly brand: string;
  readonly read: readonly string[];
  readonly refused: readonly string[];
}

const REFUSED = ["email", "phone", "city", "code", "card", "password", "shown", "log-in", "log-in-password", "search", "message"];
const LATIN = { name: "golden_pages_il", words: "golden_pages", brand: "Golden Pages" };
const ENGLISH = { language: "en", ...LATIN, read: ["username", "display"], refused: REFUSED } as const;

const FORMS: readonly Form[] = [
  { ...ENGLISH, url: "https://www.reddit.com/sign-up.html" },
  { ...ENGLISH, url: "https://www.reddit.com/strict/sign-up.html" },
  {
    ...ENGLISH,
    url: "https://www.tapuz.co.il/sign-up-he.html",
    language: "he",
    ...{ name: "דפי זהב תמיכה", words: "דפי זהב", brand: "דפי זהב" },
  },
  { ...ENGLISH, url: "https://bsky.app/profile.html", refused: ["email", "phone", "city", "code", "search"] },
];

inEachBrowser("a name", (browser) => {
  for (const form of FORMS) {
    test(`is warned of with its brand, its clause and who opens accounts (${form.url})`, async () => {
      await keep(browser(), { charter, language: form.language });
      const page = await open(browser(), form.url);
      for (const field of form.read) {
        await write(page, field, form.name);
        for (const mark of await underlined(page, form.words)) {
          await drawn(page, mark);
          const { saw, clause: quoted, contact: who } = await openCard(page, mark);
          assert(saw.includes(form.words) && saw.includes(form.brand), saw);
          assert.equal(quoted, clause[form.language]);
          assert(who.includes(contact.name) && who.includes(contact.email), who);
          await page.press("Escape");
        }
        await enter(page, field);
        await empty(page);
        await underlined(page);
      }
      await page.close();
    });

    test(`leaves unread what stands beside it (${form.url})`, async () => {
      await keep(browser(), { charter, language: form.language });
      const page = await open(browser(), form.url);
      await countReads(page);
      for (const field of form.refused) await write(page, field, form.name);
      // The answer to a later field proves that those before it were answered.
      await write(page, form.read[0] ?? "", form.name);
      await underlined(page, form.words);
      const reads = await takeReads(page);
      assert.deepEqual(form.refused.filter((field) => reads.includes(field)), []);
      assert(reads.includes(form.read[0] ?? ""), "the count counts");
      await page.close();
    });
  }

  test("leaves to React what React controls", async () => {
    const page = await open(browser(), "https://bsky.app/profile.html");
    await write(page, "display", LATIN.name);
    await underlined(page, LATIN.words);
    await page.press("Backspace");
    const state = await page.evaluate(() => document.querySelector("#state")?.textContent ?? "");
    assert.deepEqual(JSON.parse(state), { display: LATIN.name.slice(0, -1) });
    await page.close();
  });

  test("of the account that is signed in is noted in the popup, once the page is written in", async () => {
    await keep(browser(), { charter, language: "en" });
    const page = await open(browser(), "https://x.com/sign-up.html");
    await write(page, "city", "Haifa");
    const popup = await openPopup(browser());
    await until("the note", async () => (await textAt(popup, "#findings")).includes("Golden Pages"));
    assert((await textAt(popup, "#findings")).includes(contact.email));
    await popup.close();
    assert(!JSON.stringify(await kept(browser())).includes("golden_pages_il"), "the name is kept nowhere");
    await page.close();
  });

  test("is looked for with selectors that the browser knows", async () => {
    const page = await browser().open("https://x.com/empty.html");
    const odd = await page.evaluate((selectors) => {
      const isKnown = (selector: string): boolean => {
        try {
          return document.querySelector(selector) === null;
        } catch {
          return false;
        }
      };
      return selectors.filter((selector) => !isKnown(selector));
    }, selectors());
    assert.deepEqual(odd, []);
    await page.close();
  });

  test("is read only at the sites that the charter names", async () => {
    await keep(browser(), { charter: JSON.stringify({ ...JSON.parse(charter), sites: ["https://*.reddit.com/*"] }), language: "en" });
    const [off, on] = [await open(browser(), "https://x.com/sign-up.html"), await open(browser(), FORMS[0]?.url ?? "")];
    await off.front();
    await countReads(off);
    await write(off, "display", LATIN.name);
    await on.front();
    await write(on, "display", LATIN.name);
    await underlined(on, LATIN.words);
    await off.front();
    await underlined(off);
    assert.deepEqual(await takeReads(off), []);
    await off.close();
    await on.close();
  });
});

/** The selectors of all sites for the account that is signed in. */
function selectors(): string[] {
  const sites = readdirSync("packs/sites").map((file) => parse(readFileSync(`packs/sites/${file}`, "utf8")));
  return sites.flatMap(({ account = [] }) => (account as { selector: string }[]).map(({ selector }) => selector));
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.open(url);
  await until("the form", () => page.evaluate(() => document.querySelector("#display") !== null));
  // A strict policy takes the style sheet away, but not this: there is room to click and to write.
  await page.evaluate(() => {
    for (const { style } of document.querySelectorAll<HTMLElement>("input, [contenteditable]")) {
      Object.assign(style, { width: "400px", height: "34px" });
    }
  });
  return page;
}

async function enter(page: Page, field: string): Promise<void> {
  const { x, y } = await page.evaluate((id) => {
    const element = document.getElementById(id);
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, field);
  await page.click(x, y);
}

async function write(page: Page, field: string, text: string): Promise<void> {
  await enter(page, field);
  await page.type(text);
}
