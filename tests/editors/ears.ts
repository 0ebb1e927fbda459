/**
 * What the content script says to the background, overheard: a page of the extension is told all that the background is told.
 * It tells what was read of a field, which a page cannot see.
 */
import type { ToBackground } from "../../extension/content/messages";
import { type Browser, type Page, until } from "../browser/driver";

interface Heard {
  readonly message: ToBackground;
  readonly tab: number;
}

declare global {
  interface Window {
    heard: Heard[];
  }
}

/** A listener in a page of the extension. */
export class Ears {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens that page; tabs that are opened later are heard. */
  static async open(browser: Browser): Promise<Ears> {
    const page = await browser.openExtension("pages/popup.html");
    await page.evaluate(() => {
      window.heard = [];
      chrome.runtime.onConnect.addListener((port) => {
        const tab = port.sender?.tab?.id ?? 0;
        port.onMessage.addListener((message) => void window.heard.push({ message, tab }));
      });
    });
    return new Ears(page);
  }

  /** Forgets what was heard. */
  forget(): Promise<void> {
    return this.#page.evaluate(() => void window.heard.splice(0));
  }

  /** What was said since. */
  heard(): Promise<ToBackground[]> {
    return this.#page.evaluate(() => window.heard.map(({ message }) => message));
  }

  /** Waits until the last text that was read is `text`. */
  async read(text: string): Promise<void> {
    let last: string | undefined;
    const isRead = async (): Promise<boolean> => {
      last = (await this.texts()).at(-1);
      return last === text;
    };
    await until(`${JSON.stringify(text)} to be read`, isRead).catch((error) => {
      throw new Error(`${error.message}; what was read is ${JSON.stringify(last)}`);
    });
  }

  /** The texts that were read since. */
  async texts(): Promise<string[]> {
    return (await this.heard()).flatMap((message) => (message.kind === "text" ? message.text : []));
  }

  /** Zooms the tab that was last heard, as its reader does. */
  zoom(factor: number): Promise<void> {
    return this.#page.evaluate((factor) => chrome.tabs.setZoom(window.heard.at(-1)?.tab, factor), factor);
  }
}
