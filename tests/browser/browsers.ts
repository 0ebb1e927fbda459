/** Runs the same tests in each browser that is asked for. */
import { after, before, describe } from "node:test";
import { type Chromium, startChromium } from "./chromium";
import type { Browser } from "./driver";
import { startFirefox } from "./firefox";
import type { Answer } from "./loopback";

/** How the browsers are to be started, where it is not the usual way. */
interface Options {
  /** What is served as every site: a folder, or what answers. */
  readonly pages?: string | Answer;
}

const START: Record<string, (options: Options) => Promise<Browser>> = { chromium: startChromium, firefox: startFirefox };

const NAMES = process.env.AMANA_BROWSERS?.split(" ") ?? Object.keys(START);

/** Declares `tests` of what only Chromium can be made to show; nothing where it is not asked for. */
export function inChromium(title: string, tests: (browser: () => Chromium) => void): void {
  if (NAMES.includes("chromium")) {
    describe(`${title}, in chromium`, () => startAndStop("chromium", (browser) => tests(browser as () => Chromium), {}));
  }
}

/** Declares `tests` once for each browser; `browser()` is the running one. */
export function inEachBrowser(title: string, tests: (browser: () => Browser) => void, options: Options = {}): void {
  for (const name of NAMES) describe(`${title}, in ${name}`, () => startAndStop(name, tests, options));
}

function startAndStop(name: string, tests: (browser: () => Browser) => void, options: Options): void {
  let browser: Browser;
  before(async () => {
    const start = START[name];
    if (!start) throw new Error(`${name} is none of ${Object.keys(START).join(", ")}`);
    browser = await start(options);
  });
  after(() => browser?.close());
  tests(() => browser);
}
