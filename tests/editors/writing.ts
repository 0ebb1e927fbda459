/** What holds of every editor while one writes in it: it is found, read and followed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Page, until } from "../browser/driver";
import { ENGLISH, HEBREW } from "../browser/posts";
import { marks, underlined } from "../browser/warning";
import type { Ears } from "./ears";
import { standsUnder } from "./exact";
import { FLAGGED, FLAGGED_HE, type Site, cutAll, enter, mount, setByScript, valueOf, writeAnew } from "./site";
import type { Editor } from "./table";

declare const site: Site;

const LINES = ["Hi 😀 👩‍👩‍👧 שלום Dana, at 5", "שורה שנייה with English באמצע!"];

/** Declares the tests of writing in `editor`; `page` shows it and `ears` hear it. */
export function testWriting(editor: Editor, page: () => Page, ears: () => Ears): void {
  test("is found when it comes late, and takes the focus by itself", async () => {
    await mount(page());
    await page().evaluate(() => site.field().focus());
    await page().type(FLAGGED);
    await standsUnder(page(), ENGLISH.words);
  });

  test("is read exactly as it is written", async () => {
    await mount(page());
    await ears().forget();
    await enter(page());
    const lines = editor.newLine ? LINES : LINES.slice(0, 1);
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page().press(editor.newLine ?? "");
      await page().type(line);
    }
    await ears().read(lines.join("\n"));
  });

  if (!editor.isPlain) {
    test("is read with its lists and mentions", async () => {
      await writeAnew(page(), "x");
      await ears().forget();
      const lines = await page().evaluate(() => site.rich());
      await ears().read(lines.join("\n"));
    });
  }

  test("is followed while one types before and behind the words, cuts, pastes and undoes", async () => {
    await writeAnew(page(), FLAGGED);
    await standsUnder(page(), ENGLISH.words);
    await page().press("Home");
    await page().type("So: ");
    await standsUnder(page(), ENGLISH.words);
    await page().press("End");
    await page().type(" now");
    await standsUnder(page(), ENGLISH.words);
    await cutAll(page());
    await underlined(page());
    await page().press("Control+v");
    await standsUnder(page(), ENGLISH.words);
    assert.equal((await valueOf(page())).trim(), `So: ${FLAGGED} now`);
    await page().press("Control+z");
    await underlined(page());
  });

  test("is followed when the site writes, and cleared when it posts", async () => {
    await mount(page());
    await enter(page());
    await setByScript(page(), FLAGGED_HE);
    await standsUnder(page(), HEBREW.words);
    await ears().forget();
    await setByScript(page(), "");
    await underlined(page());
    await until("it to be forgotten", async () => (await ears().heard()).at(-1)?.kind === "gone");
  });

  test("is let be while an input method composes", async () => {
    await writeAnew(page(), "So:");
    await ears().read("So:");
    await ears().forget();
    await page().compose(FLAGGED.slice(0, -2));
    await page().compose(FLAGGED);
    await until("what is composed", () => page().evaluate((text) => site.shows(text), FLAGGED));
    await longerThanAPause(page());
    assert.deepEqual(await marks(page()), []);
    await page().commit(FLAGGED);
    await standsUnder(page(), ENGLISH.words);
    const texts = await ears().texts();
    assert.deepEqual(texts.filter((text) => text !== `So:${FLAGGED}`), [], "nothing half-composed is read");
  });
}

/** Waits for a timer of the page that is set later, and for longer, than the one after which the content script sends. */
function longerThanAPause(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((over) => setTimeout(over, 250)).then(() => undefined));
}
