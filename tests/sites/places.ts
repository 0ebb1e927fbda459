/** Fields of a site that was not made for tests: finding them, in the page or in an editor's frame, and writing in them. */
import { type Page, until } from "../browser/driver";
import type { Shown } from "../editors/exact";

/** Clicks the middle of what stands at `place`, once it is there. */
export async function click(page: Page, place: string): Promise<void> {
  const { x, y } = await until(place, () => page.evaluate(middleOf, place));
  await page.click(x, y);
}

/** Clicks into the field at `place`; it is the one that is looked at from now on. */
export async function enter(page: Page, place: string): Promise<void> {
  await click(page, place);
  await until(`${place} to have the focus`, () => page.evaluate(lookAt, place));
}

/** Clicks into the field at `place` and types `text`. */
export async function write(page: Page, place: string, text: string): Promise<void> {
  await enter(page, place);
  await page.type(text);
}

/** Does what makes the page go elsewhere, or come anew, and waits until it is there. */
export async function leave(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { isOld: true }));
  await act();
  const isNew = (): boolean => !("isOld" in window) && document.readyState === "complete";
  // While it goes, there is nobody to ask.
  await until("the next page", () => page.evaluate(isNew).catch(() => false));
}

function middleOf(place: string): { x: number; y: number } | null {
  const frames = Array.from(document.querySelectorAll("iframe"), (frame) => frame.contentDocument);
  const element = [document, ...frames].map((page) => page?.querySelector(place)).find(Boolean);
  if (!element?.checkVisibility()) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const at = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const { left, top, width, height } = element.getBoundingClientRect();
  return width * height > 0 ? { x: at.left + left + width / 2, y: at.top + top + height / 2 } : null;
}

/** Says whether the field has the focus; if it has, `site` tells of it, and what is selected in a text box is plain blue. */
function lookAt(place: string): boolean {
  const frames = Array.from(document.querySelectorAll("iframe"), (frame) => frame.contentDocument);
  const field = [document, ...frames].map((page) => page?.querySelector<HTMLElement>(place)).find(Boolean);
  if (!field?.matches(":focus, :focus-within")) return false;
  const blue = new CSSStyleSheet();
  blue.replaceSync("textarea::selection, input::selection { color: #00f; background: #00f; }");
  document.adoptedStyleSheets = [blue];
  const site: Shown = { place: field, field: () => field };
  Object.assign(window, { site });
  return true;
}
