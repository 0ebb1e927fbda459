/** The fields of tests/pages/fields.html: opening them and writing in them as a person does. */
import type { Browser, Page } from "./driver";
import type { Box } from "./warning";

interface FieldsWindow {
  readonly fields: Record<string, HTMLElement & { readonly value?: string }>;
  readonly built: Promise<unknown>;
  boxOf(name: string): Box;
}

/** Opens a page with the fields called `names`, at a site that Amana is made for. */
export function openFields(browser: Browser, ...names: string[]): Promise<Page> {
  return openBuilt(browser, `https://x.com/fields.html?${names.join("&")}`);
}

/** The same under a strict content security policy. */
export function openStrict(browser: Browser, ...names: string[]): Promise<Page> {
  return openBuilt(browser, `https://x.com/strict/fields.html?${names.join("&")}`);
}

/** The same at a site where there is no Amana. */
export function openElsewhere(browser: Browser, ...names: string[]): Promise<Page> {
  return openBuilt(browser, `https://elsewhere.example/fields.html?${names.join("&")}`);
}

async function openBuilt(browser: Browser, url: string): Promise<Page> {
  const page = await browser.open(url);
  await page.evaluate(async () => void (await (window as unknown as FieldsWindow).built));
  return page;
}

/** Where the field is. */
export function boxOf(page: Page, name: string): Promise<Box> {
  return page.evaluate((name) => (window as unknown as FieldsWindow).boxOf(name), name);
}

/** Clicks into the field, as one does before one writes. */
export async function enter(page: Page, name: string): Promise<void> {
  const { left, right, top } = await boxOf(page, name);
  await page.click((left + right) / 2, top + 12);
}

/** Clicks into the field and types `text`. */
export async function write(page: Page, name: string, text: string): Promise<void> {
  await enter(page, name);
  await page.type(text);
}

/** Selects all that the focused field holds and deletes it. */
export async function empty(page: Page): Promise<void> {
  await page.press("Control+a");
  await page.press("Backspace");
}

/** What the page itself can see of the field: its value or its nodes. */
export function content(page: Page, name: string): Promise<string> {
  return page.evaluate((name) => {
    const field = (window as unknown as FieldsWindow).fields[name];
    return field?.value ?? field?.innerHTML ?? "";
  }, name);
}
