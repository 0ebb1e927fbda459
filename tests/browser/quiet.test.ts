/** Amana leaves no trace before it speaks and after it has spoken, and what one writes is as it would be without it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "./browsers";
import { type Page, until } from "./driver";
import { empty, openElsewhere, openFields, write } from "./fields";
import { ENGLISH, HARMLESS, HEBREW } from "./posts";
import { underlined } from "./warning";

/** What a page can see of itself: anything more than it made is Amana's. */
interface Traces {
  readonly nodes: string[];
  readonly sheets: number;
  readonly highlights: number;
}

const NOTHING: Traces = { nodes: ["HEAD", "BODY"], sheets: 0, highlights: 0 };

inEachBrowser("Amana", (browser) => {
  for (const field of ["textarea", "editor"]) {
    test(`is not in the document before it speaks, nor after (${field})`, async () => {
      const page = await openFields(browser(), field);
      await watchTraces(page, ENGLISH.words);
      await write(page, field, `${HARMLESS}. ${ENGLISH.text}`);
      await underlined(page, ENGLISH.words);
      assert.equal(await earlyTrace(page), null);
      await empty(page);
      await until("all traces to go", async () => JSON.stringify(await traces(page)) === JSON.stringify(NOTHING));
      await page.close();
    });

    for (const { language, text, words } of [ENGLISH, HEBREW]) {
      test(`leaves what is written, the selection and undo as they are (${field}, ${language})`, async () => {
        const without = await session(await openElsewhere(browser(), field), field, text, []);
        const with_ = await session(await openFields(browser(), field), field, text, [words]);
        assert.deepEqual(with_, without);
      });
    }
  }

  test("reads no search and no password", async () => {
    const page = await openFields(browser(), "search", "password", "textarea");
    await write(page, "search", ENGLISH.text);
    await write(page, "password", ENGLISH.text);
    await write(page, "textarea", HEBREW.text);
    await underlined(page, HEBREW.words);
    await page.close();
  });

  test("is not at a site that it was not made for", async () => {
    const [elsewhere, here] = [await openElsewhere(browser(), "textarea"), await openFields(browser(), "textarea")];
    await elsewhere.front();
    await write(elsewhere, "textarea", ENGLISH.text);
    await here.front();
    await write(here, "textarea", ENGLISH.text);
    await underlined(here, ENGLISH.words);
    assert.deepEqual(await traces(elsewhere), NOTHING);
    await elsewhere.close();
    await here.close();
  });
});

/** Notes the first trace that is there in a frame in which the field does not hold `words`. */
function watchTraces(page: Page, words: string): Promise<void> {
  return page.evaluate((words) => {
    const look = (): void => {
      const field = document.querySelector<HTMLTextAreaElement>("textarea, [contenteditable]");
      const written = field?.value ?? field?.textContent ?? "";
      const extra = document.documentElement.children.length - 2 + document.adoptedStyleSheets.length + CSS.highlights.size;
      if (extra > 0 && !written.includes(words)) document.body.dataset.early ??= written;
      requestAnimationFrame(look);
    };
    look();
  }, words);
}

function earlyTrace(page: Page): Promise<string | null> {
  return page.evaluate(() => document.body.dataset.early ?? null);
}

function traces(page: Page): Promise<Traces> {
  return page.evaluate(() => ({
    nodes: Array.from(document.documentElement.children, (node) => node.tagName),
    sheets: document.adoptedStyleSheets.length,
    highlights: CSS.highlights.size,
  }));
}

/** Writes, selects, undoes; gives what the page saw at each step. */
async function session(page: Page, field: string, text: string, words: string[]): Promise<unknown[]> {
  const steps: unknown[] = [];
  await write(page, field, text);
  await underlined(page, ...words);
  steps.push(await look(page));
  await page.press("Shift+ArrowLeft");
  await page.press("Shift+Home");
  steps.push(await look(page));
  await page.press("Delete");
  await underlined(page);
  steps.push(await look(page));
  await page.press("Control+z");
  steps.push(await look(page));
  await page.close();
  return steps;
}

/** The field, its content and the selection in it. */
function look(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("textarea, [contenteditable]");
    const selection = getSelection();
    return {
      html: field?.outerHTML,
      value: field?.value,
      selected: [field?.selectionStart, field?.selectionEnd, field?.selectionDirection],
      range: [selection?.anchorOffset, selection?.focusOffset, selection?.toString()],
      focused: document.activeElement === field,
      scrolled: [field?.scrollTop, scrollY],
      beside: document.body.children.length,
    };
  });
}
