/** Who is measured: each in a process of its own, which waits while the others have their turn, and ends when this one does. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";
import { type Loopback, serve } from "../browser/loopback";
import type { Ask, Sample, Start } from "./measure";

/** One who is measured. */
export interface Contestant {
  measure(ask: Ask): Promise<Sample>;
  end(): Promise<void>;
}

/** What a start in Node took; its resident memory grew by so many bytes. */
export interface NodeStart extends Start {
  readonly resident_bytes: number;
}

/** The folder with all that a contestant reads. */
export const FOLDER = ".build/bench";

const CASES = `${FOLDER}/cases.json`;

/** Amana natively. */
export function native(program: string): Contestant {
  return new Process(program, [CASES]);
}

/** A contestant in Node, started from nothing. */
export async function inNode(name: string, names: number): Promise<{ start: NodeStart; contestant: Contestant }> {
  const contestant = new Process(process.execPath, ["--expose-gc", `${FOLDER}/worker.js`, name, `${names}`, CASES]);
  return { start: (await contestant.answer()) as NodeStart, contestant };
}

/** A process that answers a line with a line. */
class Process implements Contestant {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(program: string, args: string[]) {
    this.#child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    if (!this.#child.stdout) throw new Error(`${program} has no output`);
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  async answer(): Promise<unknown> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.#child.spawnargs.join(" ")} ended before it answered`);
    return JSON.parse(value);
  }

  async measure(ask: Ask): Promise<Sample> {
    this.#child.stdin?.write(`${JSON.stringify(ask)}\n`);
    return (await this.answer()) as Sample;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.stdin?.end();
    await gone;
  }
}

// With them a page's clock ticks every 5 µs instead of every 100.
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** Debian's Chromium, with pages that this machine serves. */
export class Chromium {
  readonly #browser: Browser;
  readonly #loopback: Loopback;

  private constructor(browser: Browser, loopback: Loopback) {
    this.#browser = browser;
    this.#loopback = loopback;
  }

  static async launch(): Promise<Chromium> {
    await copyFile("tests/bench/page.html", `${FOLDER}/index.html`);
    const loopback = await serve(FOLDER, ISOLATED);
    return new Chromium(await chromium.launch({ executablePath: "/usr/bin/chromium", chromiumSandbox: false }), loopback);
  }

  get version(): string {
    return this.#browser.version();
  }

  /** Starts Amana from nothing: in a context of its own, so in a process that has compiled nothing yet. */
  async start(names: number): Promise<{ start: Start; contestant: Contestant }> {
    const context = await this.#browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(`https://localhost:${this.#loopback.port}/`);
    await page.waitForFunction(() => "contest" in window);
    const start = await page.evaluate((count) => window.contest.start(count), names);
    return { start, contestant: new Tab(page, context) };
  }

  async end(): Promise<void> {
    await this.#browser.close();
    await this.#loopback.close();
  }
}

class Tab implements Contestant {
  readonly #page: Page;
  readonly #context: BrowserContext;

  constructor(page: Page, context: BrowserContext) {
    this.#page = page;
    this.#context = context;
  }

  measure(ask: Ask): Promise<Sample> {
    return this.#page.evaluate((asked) => window.contest.measure(asked), ask);
  }

  async end(): Promise<void> {
    await this.#context.close();
  }
}
