/**
 * What users feel, beside what they would use instead: `bench.js PROGRAM [--json]`, where PROGRAM is `crates/bench` built natively.
 *
 * The contestants take turns, case by case and round by round, so that what else the machine does hits all of them; figures are
 * medians, and ratios are medians of the ratios within a round.
 */
import { writeFileSync } from "node:fs";
import { type Case, FEW, type Input, MANY, makeInput } from "./cases";
import { Chromium, type Contestant, FOLDER, inNode, native } from "./contestants";
import { type Sample, median } from "./measure";
import { measurePages } from "./pages";
import { type Report, type Round, type Started, report } from "./report";
import { table } from "./table";

const STARTS = 5;
// The first warms up and is not counted. So many that no post comes twice before all were there.
const ROUNDS = 12;
const BUDGET_MS = 20;
// When the machine is busy there are fewer rounds, and fewer starts. What takes longer than the bench may take hangs.
const LAST_START_MS = 95_000;
const LAST_ROUND_MS = 180_000;
const LONGEST_MS = 300_000;

const AMANA = ["native", "node", "chromium"];
const RIVALS = ["set", "regexp1000", "regexp10000"];

const begun = performance.now();
await main(process.argv[2] ?? "", process.argv.includes("--json"));

async function main(program: string, json: boolean): Promise<void> {
  setTimeout(() => fail(`it took longer than ${LONGEST_MS / 1000} s`), LONGEST_MS).unref();
  const input = makeInput();
  writeFileSync(`${FOLDER}/cases.json`, JSON.stringify(input));
  const pages = await measurePages();
  const chromium = await Chromium.launch();
  try {
    const starts = await startAll(chromium);
    const rounds = await compete(input, program, chromium);
    const made = report(input.cases, rounds, starts, pages, chromium.version);
    console.log(json ? JSON.stringify(made, null, 2) : table(made));
  } finally {
    await chromium.end();
  }
}

/** Starts each contestant from nothing, several times; medians. */
async function startAll(chromium: Chromium): Promise<Report["starts"]> {
  const all: Record<string, Started[]> = {};
  const keep = (name: string, start: Started) => (all[name] ??= []).push(start);
  for (let nth = 0; nth === 0 || (nth < STARTS && hasTime(LAST_START_MS)); nth++) {
    for (const names of [FEW, MANY]) {
      keep(`node ${names}`, await started(inNode("node", names)));
      keep(`chromium ${names}`, await started(chromium.start(names)));
    }
    for (const name of ["harper", ...RIVALS]) keep(name, await started(inNode(name, MANY)));
  }
  return Object.fromEntries(Object.entries(all).map(([name, starts]) => [name, middle(starts)]));
}

async function started(starting: Promise<{ start: Started; contestant: Contestant }>): Promise<Started> {
  const { start, contestant } = await starting;
  await contestant.end();
  return start;
}

function middle(starts: readonly Started[]): Started {
  const of = (figure: (start: Started) => number) => median(starts.map(figure));
  return {
    start_ms: of((start) => start.start_ms),
    load_ms: of((start) => start.load_ms),
    first_ms: of((start) => start.first_ms),
    wasm_bytes: of((start) => start.wasm_bytes),
    resident_bytes: of((start) => start.resident_bytes ?? 0),
  };
}

/** Every round: what each contestant took for each case, in nanoseconds. */
async function compete(input: Input, program: string, chromium: Chromium): Promise<Round[]> {
  const contestants: Record<string, Contestant> = { native: native(program), chromium: (await chromium.start(MANY)).contestant };
  for (const name of ["node", "harper", ...RIVALS]) contestants[name] = (await inNode(name, MANY)).contestant;
  const rounds: Round[] = [];
  try {
    for (let round = 0; round < 2 || (round < ROUNDS && hasTime(LAST_ROUND_MS)); round++) {
      rounds.push(await playRound(input.cases, contestants, round));
    }
  } finally {
    await Promise.all(Object.values(contestants).map((contestant) => contestant.end()));
  }
  return rounds.slice(1);
}

async function playRound(cases: readonly Case[], contestants: Record<string, Contestant>, round: number): Promise<Round> {
  const taken: Record<string, Record<string, number>> = {};
  for (const one of cases) {
    const samples: Record<string, Sample> = {};
    const first = round * Math.max(1, Math.floor(one.posts.length / ROUNDS));
    for (const name of whoCan(one)) {
      const sample = await contestants[name]?.measure({ case: one.id, first, budget_ms: BUDGET_MS });
      if (sample) samples[name] = sample;
    }
    mustAgree(one, samples);
    taken[one.id] = Object.fromEntries(Object.entries(samples).map(([name, { ns }]) => [name, ns]));
  }
  return taken;
}

/** harper.js reads English; the rivals have the many names only. */
function whoCan({ kind, language, names }: Case): string[] {
  if (names !== MANY) return AMANA;
  return kind === "post" && language === "en" ? [...AMANA, "harper", ...RIVALS] : [...AMANA, ...RIVALS];
}

// Who finds something else did not do the same work.
function mustAgree({ id }: Case, samples: Record<string, Sample>): void {
  const found = new Set(AMANA.map((name) => samples[name]?.found));
  if (found.size !== 1) fail(`${id}: natively, in Node and in Chromium not the same was found`);
}

/** Whether less than so many milliseconds have gone by. */
function hasTime(until_ms: number): boolean {
  return performance.now() - begun < until_ms;
}

function fail(message: string): never {
  console.error(`bench: ${message}`);
  process.exit(1);
}
