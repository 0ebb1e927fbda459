/** The extension's own pages, and what they can set. */
import type { Browser, Page } from "./driver";

/** Sets what the extension keeps: `charter` (JSON), `language`. What is not given is forgotten. */
export async function keep(browser: Browser, settings: { charter?: string; language?: "en" | "he" }): Promise<void> {
  const page = await browser.openExtension("pages/popup.html");
  await page.evaluate(async (settings) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(settings);
  }, settings);
  await page.close();
}

/** Opens the popup as a tab of its own, about the tab that was opened before it. */
export async function openPopup(browser: Browser): Promise<Page> {
  const page = await browser.openExtension("pages/popup.html");
  const tab = await page.evaluate(async () => {
    const own = await chrome.tabs.getCurrent();
    const tabs = await chrome.tabs.query({});
    return tabs.find(({ index }) => index === (own?.index ?? 0) - 1)?.id;
  });
  await page.close();
  return browser.openExtension(`pages/popup.html?tab=${tab}`);
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
