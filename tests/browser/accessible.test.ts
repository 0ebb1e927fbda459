/** Everyone can use the card, the count and the extension's pages: axe-core, the reader's colours and motion, room for fingers. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import { faults } from "./axe";
import { inChromium, inEachBrowser } from "./browsers";
import type { ChromiumPage } from "./chromium";
import { type Page, until } from "./driver";
import { openFields, write } from "./fields";
import { keep, openPopup } from "./pages";
import { ENGLISH, HEBREW, flagged } from "./posts";
import { cardWhere, clickIn, openCard, underlined } from "./warning";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const POSTS = { en: [ENGLISH, flagged("competitor-en")], he: [HEBREW, flagged("deal-he")] } as const;
const PAGES = readdirSync("extension/pages").filter((name) => name.endsWith(".html"));

inEachBrowser("axe-core", (browser) => {
  for (const language of ["en", "he"] as const) {
    test(`finds nothing in the card and the count (${language})`, async () => {
      await keep(browser(), { charter, language });
      const page = await openWarned(await openFields(browser(), "textarea"), language);
      await inTheOpen(page);
      assert.deepEqual(await faults(page, "[data-open]"), []);
      await page.close();
    });

    test(`finds nothing in what is shown once something is set aside, nor in the popup that lists it (${language})`, async () => {
      await keep(browser(), { charter, language });
      const page = await openWarned(await openFields(browser(), "textarea"), language);
      const { offers } = await cardWhere(page, "the card", () => true);
      await clickIn(page, offers[2]?.box ?? assert.fail());
      await cardWhere(page, "the note", ({ clause }) => clause === "");
      await inTheOpen(page);
      assert.deepEqual(await faults(page, "[data-open]"), []);
      const popup = await openPopup(browser());
      await popup.evaluate(() => document.querySelector("details")?.setAttribute("open", ""));
      assert.deepEqual(await faults(popup), []);
      await popup.close();
      await page.close();
    });

    for (const name of PAGES) {
      test(`finds nothing in pages/${name} (${language})`, async () => {
        await keep(browser(), { charter, language });
        const page = name === "popup.html" ? await openPopup(browser()) : await browser().openExtension(`pages/${name}`);
        await until("the page to be filled", () => page.evaluate(() => document.querySelector("[data-ready]") !== null));
        assert.deepEqual(await faults(page), []);
        await page.close();
      });
    }
  }
});

inChromium("what the reader's system asks for", (browser) => {
  before(() => keep(browser(), { charter, language: "en" }));

  test("decides on dark and light", async () => {
    const page = await openCardIn(await openFields(browser(), "textarea"));
    const [light, dark] = [await backIn(page, "light"), await backIn(page, "dark")];
    assert(brightness(light) > 200 && brightness(dark) < 80, `${light} and ${dark}`);
    assert.deepEqual(await faultsInBoth(page), []);
    await page.close();
  });

  test("decides on colours: lines around what is drawn by shade alone, and underlines that differ by form", async () => {
    const page = await openCardIn(await openFields(browser(), "textarea"));
    await page.emulate({ forcedColors: "active" });
    const [lines] = (await page.inOverlays((root) => {
      const edge = (name: string): string => {
        const element = root.querySelector(name);
        return element ? getComputedStyle(element).borderInlineStartColor : "";
      };
      return root.querySelector("[role=dialog]") ? [edge(".card"), edge(".clause"), edge(".offer")] : null;
    })).filter((found) => found !== null);
    assert.equal(new Set(lines).size, 1, String(lines));
    assert.equal(lines?.[0], await systemColour(page, "CanvasText"));
    const forms = await page.inOverlays((root) =>
      root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => /::highlight.*(wavy|dotted)/.exec(cssText)?.[1])),
    );
    // What is undefined comes back as null.
    const drawn = forms.flat().filter((form) => form != null);
    assert.deepEqual([...new Set(drawn)].sort(), ["dotted", "wavy"]);
    await page.close();
  });

  test("decides on motion", async () => {
    const page = await openCardIn(await openFields(browser(), "textarea"));
    await page.emulate({ reducedMotion: "reduce" });
    assert.deepEqual(await animation(page), ["none"]);
    await page.emulate({ reducedMotion: "no-preference" });
    assert.deepEqual(await animation(page), ["appear"]);
    await page.close();
  });
});

inEachBrowser("what is pressed", (browser) => {
  test("is no smaller than 24 pixels, in the card and in the popup", async () => {
    await keep(browser(), { charter, language: "en" });
    const page = await openWarned(await openFields(browser(), "textarea"), "en");
    const sizes = (await page.inOverlays((root) =>
      Array.from(root.querySelectorAll("button, a[href]"), (target) => {
        const { width, height } = target.getBoundingClientRect();
        return { name: target.className, width, height };
      }),
    )).flat();
    const { offers } = await cardWhere(page, "the card", () => true);
    await clickIn(page, offers[2]?.box ?? assert.fail());
    await cardWhere(page, "the note", ({ clause }) => clause === "");
    const popup = await openPopup(browser());
    const inPopup = await popup.evaluate(() => {
      document.querySelector("details")?.setAttribute("open", "");
      return Array.from(document.querySelectorAll("button, input:not([type=checkbox]), select, label.switch, summary"), (target) => {
        const { width, height } = target.getBoundingClientRect();
        return { name: target.id || target.tagName, width, height };
      });
    });
    const seen = [...sizes, ...inPopup].filter(({ width }) => width > 0);
    assert(seen.length > 10, JSON.stringify(seen));
    assert.deepEqual(seen.filter(({ width, height }) => width < 24 || height < 24), []);
    await popup.close();
    await page.close();
  });
});

/** Writes two findings and opens the card of the first. */
async function openWarned<P extends Page>(page: P, language: "en" | "he"): Promise<P> {
  const [one, two] = POSTS[language];
  await write(page, "textarea", `${one.text}. ${two.text}`);
  const shown = await underlined(page, one.words, two.words);
  const mark = shown.find(({ words }) => words === one.words);
  await openCard(page, mark ?? assert.fail());
  return page;
}

function openCardIn(page: Page): Promise<ChromiumPage> {
  return openWarned(page as ChromiumPage, "en");
}

/** Shows in the open, where axe-core can see it, what Amana shows in closed shadow roots: the same nodes and style sheets. */
async function inTheOpen(page: Page): Promise<void> {
  const shown = (await page.inOverlays((root) => {
    if (!root.querySelector("[role=dialog], .several")) return null;
    const css = root.adoptedStyleSheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join("\n");
    return { html: root.innerHTML, css };
  })).filter((found) => found !== null);
  await page.evaluate(async (shown) => {
    for (const { html, css } of shown) {
      const host = document.body.appendChild(document.createElement("div"));
      host.dataset.open = "";
      const root = host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = html;
      for (const popover of root.querySelectorAll<HTMLElement>("[popover]")) popover.showPopover();
      await Promise.all(root.getAnimations().map(({ finished }) => finished));
    }
  }, shown);
}

/** The background of the card once the system asks for `colorScheme`. */
async function backIn(page: ChromiumPage, colorScheme: "dark" | "light"): Promise<string> {
  await page.emulate({ colorScheme });
  const backs = await page.inOverlays((root) => {
    const card = root.querySelector("[role=dialog]");
    return card && getComputedStyle(card).backgroundColor;
  });
  return backs.find((back) => back !== null) ?? assert.fail();
}

function brightness(colour: string): number {
  return Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
}

/** Contrasts are axe-core's to measure: once in light, once in dark. */
async function faultsInBoth(page: ChromiumPage): Promise<string[]> {
  await inTheOpen(page);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulate({ colorScheme });
    found.push(...(await faults(page, "[data-open]")));
  }
  return found;
}

async function animation(page: Page): Promise<string[]> {
  const names = await page.inOverlays((root) => {
    const card = root.querySelector("[role=dialog]");
    return card && getComputedStyle(card).animationName;
  });
  return names.filter((name) => name !== null);
}

function systemColour(page: Page, name: string): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.color = name;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}
