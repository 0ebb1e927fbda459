/** What holds of every editor after it was written in: it is as it would be without Amana, and nothing of Amana stays. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Browser, type Page, until } from "../browser/driver";
import { ENGLISH } from "../browser/posts";
import { cardClosed, middle, openCard, underlined } from "../browser/warning";
import { standsUnder } from "./exact";
import { ELSEWHERE, FLAGGED, HERE, type Site, openPage, selectLine, writeAnew } from "./site";
import type { Editor } from "./table";

declare const site: Site;

/** Declares the tests of what is left of Amana in `editor`; `page` shows it. */
export function testTraces(editor: Editor, browser: () => Browser, page: () => Page): void {
  test("is left as it is: nodes, state, selection, focus and undo", async () => {
    const with_ = await session(page(), [ENGLISH.words]);
    const elsewhere = await openPage(browser(), editor, ELSEWHERE);
    const without = await session(elsewhere, []);
    await elsewhere.close();
    await page().front();
    assert.deepEqual(with_, without);
  });

  test("is taken away and built anew without a leak", async () => {
    const first = await oneLife(page());
    assert.deepEqual(await oneLife(page()), first);
    await page().evaluate(() => site.unmount());
    await until("nothing of Amana to be there", () => page().evaluate(isClean));
  });

  test("is warned of in a modal dialog, where the card can be clicked", async () => {
    const dialog = await openPage(browser(), editor, HERE, "dialog");
    await writeAnew(dialog, FLAGGED);
    await standsUnder(dialog, ENGLISH.words);
    const [mark] = await underlined(dialog, ENGLISH.words);
    assert(mark);
    const { close } = await openCard(dialog, mark);
    const { x, y } = middle({ words: "the button", boxes: [close] });
    await dialog.click(x, y);
    await cardClosed(dialog);
    await underlined(dialog, ENGLISH.words);
    await dialog.close();
    await page().front();
  });
}

/** Writes, selects, deletes and undoes; gives what the site saw at each step. */
async function session(page: Page, words: string[]): Promise<unknown[]> {
  const look = (): Promise<unknown> => page.evaluate(() => site.look());
  const steps: unknown[] = [];
  await writeAnew(page, FLAGGED);
  await underlined(page, ...words);
  steps.push(await look());
  await selectLine(page);
  steps.push(await look());
  await page.press("Delete");
  await underlined(page);
  steps.push(await look());
  await page.press("Control+z");
  await underlined(page, ...words);
  steps.push(await look());
  return steps;
}

/** Builds the editor, is warned in it, and counts what Amana holds on to then. */
async function oneLife(page: Page): Promise<unknown> {
  await writeAnew(page, FLAGGED);
  await underlined(page, ENGLISH.words);
  return page.count();
}

function isClean(): boolean {
  return CSS.highlights.size === 0 && document.documentElement.children.length === 2;
}
