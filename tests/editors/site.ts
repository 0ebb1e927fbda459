/** A page with one editor: building it, writing in it as a person does and as its site does, asking what stands in it. */
import { type Browser, type Page, until } from "../browser/driver";
import { ENGLISH, HEBREW } from "../browser/posts";
import type { Box } from "../browser/warning";
import type { Shown } from "./exact";
import type { Editor } from "./table";

/** What tests/pages/editors/shell/page.js offers. */
export interface Site extends Shown {
  look(): unknown;
  mount(): Promise<void>;
  unmount(): void;
  box(): Box;
  shows(words: string): boolean;
  value(): string;
  entered(): boolean;
  selected(): boolean;
  set(text: string): void;
  rich(): string[];
}

declare const site: Site;

/** Where the editors' pages are shown: a site that Amana is made for, and one where there is no Amana. */
export const HERE = "x.com";
export const ELSEWHERE = "elsewhere.example";

/** The shortest posts that are warned of. */
export const FLAGGED = `We closed the ${ENGLISH.words}`;
export const FLAGGED_HE = `בינינו, ${HEBREW.words}`;

/** Opens the page of `editor`, without the editor as yet. */
export async function openPage(browser: Browser, { name, root }: Editor, host: string, ...options: string[]): Promise<Page> {
  const words = [name, ...(root ? [root] : []), ...options];
  const page = await browser.open(`https://${host}/page.html?${words.join("&")}`);
  await until("the editor's library", () => page.evaluate(() => "site" in window));
  return page;
}

/** Builds the editor, in place of the one that was there. `direction` is that of its surroundings. */
export async function mount(page: Page, direction = "ltr"): Promise<void> {
  await page.evaluate(async (direction) => {
    if (site.place.firstChild) site.unmount();
    site.place.className = "";
    site.place.dir = direction;
    await site.mount();
    scrollTo(0, 0);
    site.place.scrollTo(0, 0);
  }, direction);
}

/** Clicks into the editor, as one does before one writes. */
export async function enter(page: Page): Promise<void> {
  const { left, right, top } = await page.evaluate(() => site.box());
  await page.click((left + right) / 2, top + 20);
  await until("the editor to have the focus", () => page.evaluate(() => site.entered()));
}

/** Builds the editor and writes `text` in it. */
export async function writeAnew(page: Page, text: string, direction?: string): Promise<void> {
  await mount(page, direction);
  await enter(page);
  await page.type(text);
}

/** What is written, as the site has it. */
export function valueOf(page: Page): Promise<string> {
  return page.evaluate(() => site.value());
}

/** Writes by script. */
export function setByScript(page: Page, text: string): Promise<void> {
  return page.evaluate((text) => site.set(text), text);
}

/** Selects from the caret to the start of the line. */
export async function selectLine(page: Page): Promise<void> {
  await page.press("Shift+Home");
  await known(page);
}

/** Waits until the library knows what is selected: pages are told before they draw, some libraries look later. */
async function known(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => undefined));
  await until("all to be selected", () => page.evaluate(() => site.selected()));
}

/** Cuts all that is written. */
export async function cutAll(page: Page): Promise<void> {
  await page.press("Control+a");
  await known(page);
  await page.press("Control+x");
}
