/** What holds of the lines under the words of every editor, however the page is laid out and moves. */
import { test } from "node:test";
import { type Page, until } from "../browser/driver";
import { ENGLISH, HEBREW } from "../browser/posts";
import type { Ears } from "./ears";
import { standsUnder } from "./exact";
import { FLAGGED, FLAGGED_HE, type Site, enter, mount, writeAnew } from "./site";

declare const site: Site;

const ZOOMS = [0.8, 1.1, 1.5];

/** Declares the tests of painting; `page` shows the editor and `ears` can zoom it. */
export function testPainting(page: () => Page, ears: () => Ears): void {
  test("has its words underlined exactly in Hebrew and in mixed lines", async () => {
    await writeAnew(page(), `Dana said ${FLAGGED_HE} again`);
    await standsUnder(page(), HEBREW.words);
    await writeAnew(page(), `אמרתי: ${FLAGGED}, נו`, "rtl");
    await standsUnder(page(), ENGLISH.words);
  });

  test("has its words underlined exactly where they wrap, scroll, are turned, resized and zoomed", async () => {
    await mount(page());
    await dress(page(), "narrow");
    await enter(page());
    await page().type(`So, to be honest with you: ${FLAGGED}, you know`);
    await standsUnder(page(), ENGLISH.words);
    await scroll(page(), 10);
    await standsUnder(page(), ENGLISH.words);
    await dress(page(), "turned");
    await standsUnder(page(), ENGLISH.words);
    await dress(page(), "");
    await standsUnder(page(), ENGLISH.words);
    for (const factor of ZOOMS) {
      await zoom(page(), ears(), factor);
      await standsUnder(page(), ENGLISH.words);
    }
    await zoom(page(), ears(), 1);
  });
}

/** Lays the editor's surroundings out anew. */
function dress(page: Page, className: string): Promise<void> {
  return page.evaluate((className) => void (site.place.className = className), className);
}

/** Scrolls the window and the box that the editor is in. */
function scroll(page: Page, by: number): Promise<void> {
  return page.evaluate((by) => {
    scrollBy(0, by);
    site.place.scrollBy(0, by);
  }, by);
}

async function zoom(page: Page, ears: Ears, factor: number): Promise<void> {
  const ratio = await page.evaluate(() => devicePixelRatio);
  await ears.zoom(factor);
  await until("the zoom", () => page.evaluate((ratio) => devicePixelRatio !== ratio, ratio));
}
