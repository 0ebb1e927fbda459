/** One suite over every editor that social sites use, each from its real library. */
import { after, before, describe } from "node:test";
import { inEachBrowser } from "../browser/browsers";
import type { Page } from "../browser/driver";
import { Ears } from "./ears";
import { testPainting } from "./painting";
import { HERE, openPage } from "./site";
import { EDITORS, type Editor } from "./table";
import { testTraces } from "./traces";
import { testWriting } from "./writing";

const ONLY = process.env.AMANA_EDITORS?.split(" ");

inEachBrowser("editors", (browser) => {
  let ears: Ears;
  before(async () => {
    ears = await Ears.open(browser());
  });

  for (const editor of EDITORS.filter(({ name }) => ONLY?.includes(name) ?? true)) {
    describe(titleOf(editor), () => {
      let page: Page;
      before(async () => {
        page = await openPage(browser(), editor, HERE);
      });
      after(() => page?.close());
      testWriting(editor, () => page, () => ears);
      testPainting(() => page, () => ears);
      testTraces(editor, browser, () => page);
    });
  }
}, { pages: ".build/editors" });

function titleOf({ name, root }: Editor): string {
  return root ? `${name} in a shadow root (${root})` : name;
}
