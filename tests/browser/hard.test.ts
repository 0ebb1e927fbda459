/** What pages and people do all the same: nothing breaks, and the page goes on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import type { Page } from "./driver";
import { content, enter, openFields, write } from "./fields";
import { ENGLISH, HARMLESS, HEBREW } from "./posts";
import { openCard, underlined } from "./warning";

const MEGABYTE = 1_000_000;

inEachBrowser("nothing breaks", (browser) => {
  test("when a page has no field", async () => {
    const page = await browser().open("https://x.com/empty.html");
    await page.click(100, 20);
    await page.type(ENGLISH.text);
    assert.equal(await page.evaluate(() => document.documentElement.children.length), 2);
    await page.close();
  });

  for (const field of ["textarea", "editor"]) {
    test(`when a field goes away while it is being checked (${field})`, async () => {
      const page = await openFields(browser(), field, "input");
      await write(page, field, ENGLISH.text);
      await remove(page, field);
      await write(page, "input", HEBREW.text);
      await underlined(page, HEBREW.words);
      await page.close();
    });

    test(`when a field goes away with its warning and its card (${field})`, async () => {
      const page = await openFields(browser(), field, "input");
      await write(page, field, ENGLISH.text);
      for (const mark of await underlined(page, ENGLISH.words)) await openCard(page, mark);
      await remove(page, field);
      await underlined(page);
      await write(page, "input", HEBREW.text);
      await underlined(page, HEBREW.words);
      await page.close();
    });

    test(`when a megabyte is pasted (${field})`, async () => {
      const page = await openFields(browser(), field, "input");
      const big = `${HARMLESS}. `.repeat(MEGABYTE / HARMLESS.length);
      await copy(page, big);
      await enter(page, field);
      const before = await countFrames(page);
      await page.press("Control+v");
      await page.type("!");
      await write(page, "input", HEBREW.text);
      await underlined(page, HEBREW.words);
      assert((await content(page, field)).length > MEGABYTE, "what was pasted is there");
      assert((await frames(page)) > before, "the page goes on drawing");
      await page.close();
    });
  }
});

function remove(page: Page, field: string): Promise<void> {
  return page.evaluate((field) => (window as unknown as { fields: Record<string, Element> }).fields[field]?.remove(), field);
}

/** Copies `text` as a person would, from a field that the page takes away again. */
async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const source = document.createElement("textarea");
    source.id = "source";
    source.readOnly = true;
    source.value = text;
    document.body.append(source);
    source.select();
  }, text);
  await page.press("Control+c");
  await page.evaluate(() => document.querySelector("#source")?.remove());
}

/** Starts to count the frames that the page draws; the count so far. */
async function countFrames(page: Page): Promise<number> {
  await page.evaluate(() => {
    let count = 0;
    const next = (): void => {
      document.body.dataset.frames = String(++count);
      requestAnimationFrame(next);
    };
    next();
  });
  return frames(page);
}

function frames(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.body.dataset.frames));
}
