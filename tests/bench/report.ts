/** What the bench found out, as `--json` prints it. */
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { gzipSync } from "node:zlib";
import { type Case, MANY, SIZES } from "./cases";
import { type Start, median } from "./measure";
import type { PageCosts } from "./pages";

/** What each contestant took for a check in each case, in nanoseconds, in one round. */
export type Round = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A start from nothing; resident memory is known in Node only. */
export type Started = Start & { readonly resident_bytes?: number };

/** Figures by contestant. */
export type Figures = Readonly<Record<string, number>>;

/** All of it. Medians of `rounds` rounds; a ratio is the median of the ratios in one round. */
export interface Report {
  readonly machine: Machine;
  readonly rounds: number;
  /** How many names the charter holds where nothing else is said. */
  readonly names: number;
  readonly checks: readonly Check[];
  readonly sizes: readonly Size[];
  /** Checks of the name of an account, with so many brands in the charter. */
  readonly account_names: readonly Check[];
  /** The cost of a character in the longest text over that in one of 10,000. */
  readonly linear: Figures;
  /** The cost of a check with many names over that with few, by language. */
  readonly many_names: Readonly<Record<string, Figures>>;
  readonly starts: Readonly<Record<string, Started>>;
  readonly pages: PageCosts;
  readonly files: readonly File[];
}

/** Where it ran. A load above the number of processors makes all figures larger, and few rounds of it. */
export interface Machine {
  readonly processor: string;
  readonly processors: number;
  /** How many processes wanted to run in the last minute, on average. */
  readonly load: number;
  readonly node: string;
  readonly chromium: string;
}

/** One check of a post: nanoseconds, and how many times Amana's cost in Node that is. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** How many UTF-16 code units a post has, on average. */
  readonly length: number;
  readonly names: number;
  readonly ns: Figures;
  readonly ratio: Figures;
}

/** Nanoseconds a character, in a text of so many. */
export interface Size {
  readonly title: string;
  readonly length: number;
  readonly ns_per_character: Figures;
}

/** A file that ships, or a rival's; bytes. */
export interface File {
  readonly title: string;
  readonly raw: number;
  readonly gzip: number;
}

/** Makes the report. */
export function report(cases: readonly Case[], rounds: readonly Round[], starts: Report["starts"], pages: PageCosts, chromium: string): Report {
  return {
    machine: machine(chromium),
    rounds: rounds.length,
    names: MANY,
    checks: cases.filter(({ kind }) => kind === "post").map((one) => checked(one, rounds)),
    sizes: cases.filter(({ kind }) => kind === "size").map((one) => sized(one, rounds)),
    account_names: cases.filter(({ kind }) => kind === "name").map((one) => checked(one, rounds)),
    linear: characterRatio(rounds, SIZES.at(-1) ?? 0, 10_000),
    many_names: { en: ratios(rounds, "short-en", "short-few-names-en"), he: ratios(rounds, "short-he", "short-few-names-he") },
    starts,
    pages,
    files: Object.entries(FILES).map(file),
  };
}

function machine(chromium: string): Machine {
  const [processor] = cpus();
  const [load = 0] = loadavg();
  return { processor: processor?.model ?? "unknown", processors: cpus().length, load, node: process.versions.node, chromium };
}

function checked({ id, title, length, names }: Case, rounds: readonly Round[]): Check {
  const ratio = medians(rounds, (round, name) => (round[id]?.[name] ?? 0) / (round[id]?.["node"] ?? 0), id);
  return { id, title, length, names, ns: medians(rounds, (round, name) => round[id]?.[name] ?? 0, id), ratio };
}

function sized({ id, title, length }: Case, rounds: readonly Round[]): Size {
  return { title, length, ns_per_character: medians(rounds, (round, name) => (round[id]?.[name] ?? 0) / length, id) };
}

function characterRatio(rounds: readonly Round[], long: number, short: number): Figures {
  const entries = Object.entries(ratios(rounds, `size-${long}`, `size-${short}`));
  return Object.fromEntries(entries.map(([name, ratio]) => [name, (ratio * short) / long]));
}

function ratios(rounds: readonly Round[], above: string, below: string): Figures {
  return medians(rounds, (round, name) => (round[above]?.[name] ?? 0) / (round[below]?.[name] ?? 0), below);
}

/** The median over all rounds of a figure, for each contestant of a case. */
function medians(rounds: readonly Round[], figure: (round: Round, name: string) => number, id: string): Figures {
  const names = Object.keys(rounds[0]?.[id] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => figure(round, name)))]));
}

const FILES = {
  "amana_bg.wasm, as shipped": "dist/chrome/wasm/amana_bg.wasm",
  "the trained layer, inside it": "packs/base/layer.bin",
  "content.js": "dist/chrome/content.js",
  "harper.js's WebAssembly": "node_modules/harper.js/dist/harper_wasm_bg.wasm",
};

function file([title, path]: [string, string]): File {
  const bytes = readFileSync(path);
  return { title, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
