/** Underlines stay under their words, whatever scrolls. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Page, until } from "./driver";
import { boxOf, openFields, write } from "./fields";
import { ENGLISH } from "./posts";
import { type Mark, drawn, underlined } from "./warning";

inEachBrowser("an underline", (browser) => {
  for (const field of ["textarea", "editor"]) {
    test(`moves with the page (${field})`, async () => {
      const page = await openFields(browser(), field, "long");
      await write(page, field, ENGLISH.text);
      await followsWheel(page, field, { x: 900, y: 600 });
      await page.close();
    });
  }

  for (const field of ["boxed-textarea", "boxed-editor"]) {
    test(`moves with a box that scrolls (${field})`, async () => {
      const page = await openFields(browser(), field);
      await page.evaluate(() => document.querySelector(".box")?.scrollTo(0, 60));
      await write(page, field, ENGLISH.text);
      const { left, top } = await boxOf(page, field);
      await followsWheel(page, field, { x: left + 4, y: top - 20 });
      await page.close();
    });
  }
});

/** Turns the wheel at a point that is not the field's and holds the words against the field. */
async function followsWheel(page: Page, field: string, at: { x: number; y: number }): Promise<void> {
  const [before] = await underlined(page, ENGLISH.words);
  const stood = await offset(page, field, before);
  const { top } = await boxOf(page, field);
  await page.wheel(at.x, at.y, 40);
  await until("the field to scroll", async () => (await boxOf(page, field)).top < top);
  const after = await until("the words to follow", async () => {
    const [mark] = await underlined(page, ENGLISH.words);
    return isSame(await offset(page, field, mark), stood) && mark;
  });
  await drawn(page, after);
}

async function offset(page: Page, field: string, mark: Mark | undefined): Promise<{ x: number; y: number }> {
  const { left, top } = await boxOf(page, field);
  const [box] = mark?.boxes ?? [];
  assert(box, "the words are drawn");
  return { x: box.left - left, y: box.top - top };
}

function isSame(a: { x: number; y: number }, b: { x: number; y: number }): boolean {
  return Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}
