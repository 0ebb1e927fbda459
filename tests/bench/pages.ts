/**
 * What Amana costs the pages that one has open, in Chromium with the extension as it ships: the time of a page's main thread, and
 * memory. A check is not among it: the background has a thread of its own.
 */
import { readFile } from "node:fs/promises";
import { type Chromium, type ChromiumPage, startChromium } from "../browser/chromium";
import { until } from "../browser/driver";
import { openFields, write } from "../browser/fields";
import { HARMLESS, flagged } from "../browser/posts";
import { marks } from "../browser/warning";
import { median } from "./measure";

/** Milliseconds of a page's main thread in which Amana's script ran, or the page stood still; medians. */
export interface PageCosts {
  /** From the start of a page until it has loaded, without any field. */
  readonly start_ms: number;
  /** The same, and two seconds more, on a page with a hundred fields in which nobody writes. */
  readonly idle_ms: number;
  /** A key in a harmless post of 300 characters. */
  readonly key_ms: Readonly<Record<Box, number>>;
  /** All that follows a key after which a post of 3,000 characters has twenty findings, until they are drawn. */
  readonly paint_ms: Readonly<Record<Box, number>>;
  /** The longest time between two frames of that page meanwhile; 16.7 at 60 Hz when none is missed. */
  readonly frame_ms: Readonly<Record<Box, number>>;
  /** Bytes that a tab with a field takes more than in a browser without Amana, of fifty tabs; shared memory counts in shares. */
  readonly tab_bytes: number;
}

type Box = "textarea" | "editor";

const ROUNDS = 5;
const IDLE_MS = 2_000;
const TABS = 50;
const FINDINGS = 20;
const POST = 3_000;
const KEYS = 20;

/** Measures all of it. */
export async function measurePages(): Promise<PageCosts> {
  const browser = await startChromium();
  try {
    return {
      start_ms: await often(() => started(browser, "", 0)),
      idle_ms: await often(() => started(browser, Array.from({ length: 100 }, () => "textarea").join("&"), IDLE_MS)),
      key_ms: await each((box) => keyed(browser, box)),
      ...(await painted(browser)),
      tab_bytes: await tabBytes(browser),
    };
  } finally {
    await browser.close();
  }
}

async function often(measure: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) figures.push(await measure());
  return median(figures);
}

async function each(measure: (box: Box) => Promise<number>): Promise<Record<Box, number>> {
  return { textarea: await often(() => measure("textarea")), editor: await often(() => measure("editor")) };
}

async function started(browser: Chromium, fields: string, wait_ms: number): Promise<number> {
  const page = await browser.open("https://x.com/empty.html");
  const cost = await page.profile(async () => {
    await page.goTo(`https://x.com/fields.html?${fields}`);
    await page.evaluate((ms) => new Promise((done) => setTimeout(() => done(null), ms)), wait_ms);
  });
  await page.close();
  return cost;
}

async function keyed(browser: Chromium, box: Box): Promise<number> {
  const page = await open(browser, box);
  await write(page, box, `${HARMLESS}. `.repeat(7));
  const cost = await page.profile(async () => {
    await page.type("a".repeat(KEYS));
    await page.evaluate(() => new Promise((done) => setTimeout(() => done(null), 500)));
  });
  await page.close();
  return cost / KEYS;
}

async function painted(browser: Chromium): Promise<Pick<PageCosts, "paint_ms" | "frame_ms">> {
  const gaps: Record<Box, number[]> = { textarea: [], editor: [] };
  const paint_ms = await each(async (box) => {
    const { cost, gap } = await paint(browser, box);
    gaps[box].push(gap);
    return cost;
  });
  return { paint_ms, frame_ms: { textarea: median(gaps.textarea), editor: median(gaps.editor) } };
}

/** Fills a box by script and presses a key. */
async function paint(browser: Chromium, box: Box): Promise<{ cost: number; gap: number }> {
  const page = await open(browser, box);
  await write(page, box, "a");
  await page.evaluate(fill, box, manyFindings());
  await page.evaluate(countGaps);
  const cost = await page.profile(async () => {
    await page.type("b");
    await until("the findings", async () => (await marks(page)).length >= FINDINGS);
  });
  const gap = await page.evaluate(() => Number(document.body.dataset.gap));
  await page.close();
  return { cost, gap };
}

/** Twenty posts that are warned of, each between harmless sentences that differ. */
function manyFindings(): string {
  const filler = Array.from({ length: FINDINGS }, (_, at) => `${HARMLESS} and ${at + 2} guests. `);
  const text = filler.map((harmless, at) => `${flagged(at % 2 ? "result-en" : "result-he").text} ${harmless}\n`).join("");
  return text.padEnd(POST, " .").slice(0, Math.max(POST, text.length));
}

function fill(box: string, text: string): void {
  const field = (window as unknown as { fields: Record<string, HTMLElement> }).fields[box];
  if (field instanceof HTMLTextAreaElement) field.value = text;
  else field?.replaceChildren(...text.split("\n").map((line) => Object.assign(document.createElement("div"), { textContent: line })));
}

function countGaps(): void {
  let last = performance.now();
  const next = (now: number): void => {
    document.body.dataset.gap = String(Math.max(Number(document.body.dataset.gap ?? 0), now - last));
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

async function open(browser: Chromium, box: Box): Promise<ChromiumPage> {
  return (await openFields(browser, box)) as ChromiumPage;
}

/** Opens as many tabs in a browser without Amana, too. */
async function tabBytes(browser: Chromium): Promise<number> {
  const bare = await startChromium({ bare: true });
  try {
    return ((await grown(browser)) - (await grown(bare))) / TABS;
  } finally {
    await bare.close();
  }
}

async function grown(browser: Chromium): Promise<number> {
  const before = await memory(browser);
  for (let tab = 0; tab < TABS; tab++) await write(await openFields(browser, "textarea"), "textarea", HARMLESS);
  return (await memory(browser)) - before;
}

async function memory(browser: Chromium): Promise<number> {
  const sizes = (await browser.processes()).map((id) => readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => ""));
  const kilobytes = (await Promise.all(sizes)).map((text) => Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0));
  return kilobytes.reduce((sum, size) => sum + size * 1024, 0);
}
