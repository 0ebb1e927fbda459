/** The extension's own pages, and what they can set. */
import { type Browser, type Page, until } from "./driver";

/** What the extension keeps on the device, as far as tests set it: `charter` is JSON. */
export interface Kept {
  readonly charter?: string;
  readonly language?: "en" | "he";
}

/** Makes the extension forget all that it keeps, and keep `kept`. */
export async function keep(browser: Browser, kept: Kept): Promise<void> {
  const page = await browser.openExtension("pages/popup.html");
  await page.evaluate(() => chrome.storage.local.clear());
  await page.evaluate((kept) => chrome.storage.local.set(kept), kept);
  await page.close();
}

/** Makes the extension keep `kept` beside what it keeps. */
export async function change(browser: Browser, kept: Kept): Promise<void> {
  const page = await browser.openExtension("pages/popup.html");
  await page.evaluate((kept) => chrome.storage.local.set(kept), kept);
  await page.close();
}

/** All that the extension keeps on the device. */
export async function kept(browser: Browser): Promise<Record<string, unknown>> {
  const page = await browser.openExtension("pages/popup.html");
  const all = await page.evaluate(() => chrome.storage.local.get(null));
  await page.close();
  return all;
}

/** Opens the popup as a tab of its own, about the tab that was opened before it; it is filled when this returns. */
export async function openPopup(browser: Browser): Promise<Page> {
  const page = await browser.openExtension("pages/popup.html");
  const tab = await page.evaluate(async () => {
    const own = await chrome.tabs.getCurrent();
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ index }) => index === (own?.index ?? 0) - 1)?.id;
  });
  await page.close();
  const popup = await browser.openExtension(`pages/popup.html?tab=${tab}`);
  await until("the popup", () => popup.evaluate(() => document.querySelector("[data-ready]") !== null));
  return popup;
}

/** What stands at `place` in a page of the extension. */
export function textAt(page: Page, place: string): Promise<string> {
  return page.evaluate((place) => document.querySelector(place)?.textContent?.trim() ?? "", place);
}

/** Clicks the middle of what stands at `place`. */
export async function clickAt(page: Page, place: string): Promise<void> {
  const { x, y } = await page.evaluate((place) => {
    const element = document.querySelector(place);
    element?.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, place);
  await page.click(x, y);
}
