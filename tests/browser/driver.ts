/**
 * What the tests ask of a browser, the same of both. Each is the real one with the extension as it ships, on pages that
 * this machine serves under the names of real sites. How a browser is driven is in chromium.ts and firefox.ts.
 */
import { setTimeout } from "node:timers/promises";

/** A browser with the extension in it. */
export interface Browser {
  readonly name: "chromium" | "firefox";
  /** Opens a page of tests/pages: `https://x.com/fields.html`. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab of its own: `pages/popup.html`. */
  openExtension(path: string): Promise<Page>;
  /** Whether the extension is there and its background runs. */
  isInstalled(): Promise<boolean>;
  /**
   * Stops the background as the browser does when nothing happens for a while; it is stopped when this returns. Nothing
   * may be under way that starts it again.
   */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** What a content script holds on to in a tab. */
export interface Holdings {
  /** Its listeners on the window. */
  readonly listeners: number;
  /** Its observers of mutations, of anything; Firefox does not tell whose an observer is. */
  readonly observers?: number;
}

/** A tab. Points and boxes are CSS pixels from the window's top left corner. */
export interface Page {
  /** Runs `act` in the page's own world. It is sent as text: it sees its arguments and the page. */
  evaluate<A extends unknown[], R>(act: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs `act` in the world of the content script in the page's own frame. */
  inContentScript<R>(act: () => R): Promise<R>;
  /** Runs `act` over the closed shadow roots that hang beside the page's content, one result each. */
  inOverlays<R>(act: (root: ShadowRoot) => R): Promise<R[]>;
  /** Types each character as a key of its own. */
  type(text: string): Promise<void>;
  /** Shows `text` as an input method does that is still composing, in place of what it showed before. */
  compose(text: string): Promise<void>;
  /** Ends the composition with `text`. */
  commit(text: string): Promise<void>;
  /** Counts what the content script holds on to in the main frame. */
  count(): Promise<Holdings>;
  /** Presses one key, with modifiers: `Backspace`, `Control+A`. */
  press(keys: string): Promise<void>;
  move(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Turns the wheel by `dy` pixels over the point. */
  wheel(x: number, y: number, dy: number): Promise<void>;
  /** A PNG picture of what the window shows. */
  screenshot(): Promise<Buffer>;
  /** Makes this the tab in front. */
  front(): Promise<void>;
  close(): Promise<void>;
}

/** What did not come by then never comes: a real site's editor may take half of it where much else runs. */
export const NEVER_MS = 60_000;

/** Asks again and again until the answer is one. `what` names it, for when it never comes. */
export async function until<T>(what: string, ask: () => Promise<T>): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + NEVER_MS;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, false | null | undefined>;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await setTimeout(POLL_MS);
  }
}

// Asking without a pause would take the time from what is waited for.
const POLL_MS = 10;
