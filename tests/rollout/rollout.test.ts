/** What an administrator decides by policy, seen where the employee sees it. The policies are the browsers' own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { type Page, until } from "../browser/driver";
import { openFields, write } from "../browser/fields";
import { clickAt, openPopup, textAt } from "../browser/pages";
import { ENGLISH } from "../browser/posts";
import { underlined } from "../browser/warning";
import { kinds } from "./kinds";
import { type Decision, Machine } from "./machine";

const charter = JSON.parse(readFileSync("charters/golden-pages.json", "utf8"));
const english = ["--language", "en"];
const GOLDEN: Decision = { charter: { ...charter, version: "1" }, flags: english };

for (const name of process.env.AMANA_BROWSERS?.split(" ") ?? Object.keys(kinds)) {
  const kind = kinds[name];
  if (!kind) throw new Error(`${name} is none of ${Object.keys(kinds).join(", ")}`);

  describe(`Amana, rolled out by policy, in ${name}`, () => {
    let machine: Machine;
    let page: Page;
    let popup: Page;

    /** Decides; the employee writes on an open page, and looks at the popup. A browser that was started anew has both opened again. */
    async function decide(decision: Decision): Promise<void> {
      await machine.decide(decision);
      if (!kind!.isLive) await look();
    }

    async function look(): Promise<void> {
      page = await openFields(machine.browser, "textarea");
      await write(page, "textarea", ENGLISH.text);
      popup = await openPopup(machine.browser);
    }

    /** Waits until the popup says it; a popup that is open tells what is true now. */
    const says = (place: string, part: string): Promise<unknown> =>
      until(`${part} at ${place}`, async () => (await textAt(popup, place)).includes(part));

    const isDisabled = (place: string): Promise<boolean> =>
      popup.evaluate((place) => document.querySelector<HTMLInputElement>(place)?.disabled ?? false, place);

    /** Waits until exactly `words` are underlined on the page that was open all the time. */
    async function warns(...words: string[]): Promise<void> {
      await page.front();
      await underlined(page, ...words);
      await popup.front();
    }

    before(async () => {
      machine = await Machine.with(kind);
    });
    after(() => machine?.close());

    test("installs itself at the first start, and the company's charter comes into force", async () => {
      await machine.decide(GOLDEN);
      await machine.start();
      await look();
      await says("#charter-title", charter.title.en);
      await says("#charter-version", "1");
      await says("#charter-from", "By your company's policy, in force since");
      await warns(ENGLISH.words);
    });

    test("has it in force at once at a later start", async () => {
      await machine.restart();
      await look();
      assert.equal(await textAt(popup, "#charter-title"), charter.title.en);
      await warns(ENGLISH.words);
    });

    test("takes a changed charter to a page that is open", async () => {
      const finances = { ...charter.categories?.finances, level: "off" };
      const silent = { ...charter, version: "2", categories: { ...charter.categories, finances } };
      await decide({ charter: silent, flags: english });
      await says("#charter-version", "2");
      await warns();
      await decide({ charter: { ...charter, version: "3" }, flags: english });
      await says("#charter-version", "3");
      await warns(ENGLISH.words);
    });

    test("keeps the last good charter when a new one did not arrive whole, and says so", async () => {
      const slip = (keys: Record<string, unknown>) => (keys.charter = String(keys.charter).slice(0, 200));
      await decide({ charter: { ...charter, version: "4" }, flags: english, slip });
      await says("#policy-problems", "charter: its SHA-256 is");
      await says("#charter-version", "3");
      await warns(ENGLISH.words);
    });

    test("names the place of what is wrong in a charter, and in another key", async () => {
      const slip = (keys: Record<string, unknown>) => {
        delete keys.charter_sha256;
        keys.charter = '{"charter": 1,\n "company": {"names": [""]}}';
        keys.level_ceiling = "quite";
      };
      await decide({ charter, flags: english, slip });
      await says("#policy-problems", "charter: company.names[0]: line 2, column 24");
      await says("#policy-problems", 'level_ceiling: this is "quite"');
      await says("#charter-version", "3");
      await warns(ENGLISH.words);
    });

    test("counts in a pilot and shows nothing; the employee can copy the numbers", async () => {
      await decide({ ...GOLDEN, flags: [...english, "--level-ceiling", "quiet"] });
      await says("#policy-ceiling", "For now Amana only counts and shows nothing");
      await warns();
      await says("#counts-list", "Money matters: 1");
      await clickAt(popup, "#counts-copy");
      await says("#counts-answer", "Copied.");
      await clickAt(popup, "#add-site");
      await popup.press("Control+v");
      const pasted = () => popup.evaluate(() => document.querySelector<HTMLInputElement>("#add-site")?.value ?? "");
      await until("the numbers to be pasted", async () => (await pasted()).includes("Money matters: 1"));
    });

    test("stays off where the company wants it off", async () => {
      await decide({ ...GOLDEN, flags: [...english, "--sites-off", "https://*.x.com/*"] });
      await says("#site-why", "Your company decided this.");
      await says("#charter-version", "1");
      await warns();
      assert(await isDisabled("#site-on"));
      assert.equal(await popup.evaluate(() => document.querySelector<HTMLInputElement>("#site-on")?.checked), false);
      await decide(GOLDEN);
      await until("the switch", async () => !(await isDisabled("#site-on")));
      await warns(ENGLISH.words);
    });

    test("shows the switches that the employee does not have, and speaks the company's language", async () => {
      const locked = ["site", "language", "add-site"].flatMap((name) => ["--lock", name]);
      await decide({ ...GOLDEN, flags: ["--language", "he", ...locked] });
      await says("#charter-title", charter.title.he);
      for (const place of ["#site-why", "#language-why", "#add-why"]) await says(place, "כך החליטה החברה.");
      for (const place of ["#site-on", "#language", "#add-site", "#add button"]) assert(await isDisabled(place), place);
      await warns(ENGLISH.words);
    });

    test("tells on the doctor's page what was made of each key", async () => {
      const slip = (keys: Record<string, unknown>) => (keys.locked = ["site", "door"]);
      await decide({ ...GOLDEN, flags: [...english, "--level-ceiling", "notice"], slip });
      await says("#policy-problems", "locked[1]");
      const doctor = await machine.browser.openExtension("pages/doctor.html");
      await until("the page", () => doctor.evaluate(() => document.querySelector("[data-ready]") !== null));
      const report = await textAt(doctor, "#report");
      for (const part of ["Version 1", "From your company's policy.", "level_ceiling: notice", "locked: site", 'locked[1]: this is "door"']) {
        assert(report.includes(part), `${part} in ${report}`);
      }
      assert(!report.includes(ENGLISH.words));
      await clickAt(doctor, "#copy");
      await until("the copy", async () => (await textAt(doctor, "#copied")) === "Copied.");
      await doctor.close();
    });

    test("offers the sites that the company suggests", async () => {
      await decide({ ...GOLDEN, flags: [...english, "--sites-extra", "https://forum.example.com/*"] });
      await says("#offers .site", "forum.example.com");
      await says("#offers button", "Allow");
    });

    test("lets go of the charter when the policy is taken away, and of nothing that the employee chose", async () => {
      await decide(GOLDEN);
      await until("the switch", async () => !(await isDisabled("#site-on")));
      await clickAt(popup, "#site-on");
      await warns();
      await decide({});
      await says("#charter-title", "No company charter yet.");
      await says("#charter-from", "Your company's policy was taken back on");
      await warns();
      assert.equal(await popup.evaluate(() => document.querySelector<HTMLInputElement>("#site-on")?.checked), false);
      await clickAt(popup, "#site-on");
      await warns(ENGLISH.words);
    });
  });
}
