/** How a contestant in JavaScript is measured, in Node and in a page alike; `crates/bench` is the same loop in Rust. */
import type { Case, Input } from "./cases";

/** Something that finds things in posts. Each call answers how many it found. */
export interface Engine {
  /** Checks a post. */
  check(text: string): number | Promise<number>;
  /** Checks a post that is being written; what was read of it before need not be read again. */
  checkAgain(text: string): number | Promise<number>;
  /** Checks the name of an account, where it can. */
  checkName?(text: string): number;
  /** Forgets the post that was being written. */
  forget(): void;
}

/** How an engine comes into being. */
export interface Maker {
  /** Gets ready, before there is a charter. */
  start(): Promise<void>;
  /** Makes an engine for the charter with so many names. */
  load(input: Input, names: number): Engine;
  /** How large the memory of its WebAssembly is, in bytes. */
  wasmMemory?(): number;
}

/** What is asked of a contestant: check the posts of a case, beginning with the `first`, until the budget is used up. */
export interface Ask {
  readonly case: string;
  readonly first: number;
  readonly budget_ms: number;
}

/** How long one check took, and what the first one found. */
export interface Sample {
  readonly ns: number;
  readonly found: number;
}

/** What a start from nothing took, until the first post was checked. */
export interface Start {
  readonly start_ms: number;
  readonly load_ms: number;
  readonly first_ms: number;
  /** The memory of its WebAssembly, 0 where there is none. */
  readonly wasm_bytes: number;
}

/** The engines of one contestant, one a charter. */
export class Contest {
  readonly #maker: Maker;
  readonly #input: Input;
  readonly #engines = new Map<number, Engine>();

  constructor(maker: Maker, input: Input) {
    this.#maker = maker;
    this.#input = input;
  }

  /** Starts from nothing and checks the first post of the first case. */
  async start(names: number): Promise<Start> {
    const post = this.#input.cases[0]?.posts[0]?.text ?? "";
    const [start_ms] = await timed(() => this.#maker.start());
    const [load_ms, engine] = await timed(() => this.#maker.load(this.#input, names));
    const [first_ms] = await timed(() => engine.check(post));
    this.#engines.set(names, engine);
    return { start_ms, load_ms, first_ms, wasm_bytes: this.#maker.wasmMemory?.() ?? 0 };
  }

  /** Measures a case, once started. */
  measure(ask: Ask): Promise<Sample> {
    const found = this.#input.cases.find(({ id }) => id === ask.case);
    if (!found) throw new Error(`there is no case ${ask.case}`);
    return measure(this.#engine(found.names), found, ask);
  }

  #engine(names: number): Engine {
    const engine = this.#engines.get(names) ?? this.#maker.load(this.#input, names);
    this.#engines.set(names, engine);
    return engine;
  }
}

/**
 * Checks all posts, lap after lap, until the budget is used up. The median of the laps, since a lap is short beside what other
 * processes take away at once; of one who does not come round even once, as far as it came.
 */
async function measure(engine: Engine, { kind, posts }: Case, { first, budget_ms }: Ask): Promise<Sample> {
  const inOrder = [...posts.slice(first % posts.length), ...posts.slice(0, first % posts.length)];
  const checked = kind === "name" ? { ...engine, check: (text: string) => engine.checkName?.(text) ?? 0 } : engine;
  const laps: number[] = [];
  let [spent, found] = [0, 0];
  while (spent < budget_ms) {
    const lap = await run(checked, inOrder, budget_ms - spent);
    if (laps.length === 0) found = lap.found;
    if (laps.length === 0 || lap.whole) laps.push((lap.ms * 1e6) / lap.checks);
    spent += lap.ms;
  }
  return { ns: median(laps), found };
}

interface Lap {
  ms: number;
  checks: number;
  /** What the first check found. */
  found: number;
  /** Whether all posts were checked. */
  whole: boolean;
}

async function run(engine: Engine, posts: Case["posts"], budget_ms: number): Promise<Lap> {
  const lap: Lap = { ms: 0, checks: 0, found: 0, whole: false };
  for (const { text, typed } of posts) {
    if (lap.ms >= budget_ms) return lap;
    if (typed.length === 0) await checkAll(lap, [text], (post) => engine.check(post), budget_ms);
    else {
      engine.forget();
      await engine.checkAgain(text);
      await checkAll(lap, typed, (post) => engine.checkAgain(post), budget_ms);
    }
  }
  return { ...lap, whole: true };
}

/** Checks texts and adds to the lap what it took. */
async function checkAll(lap: Lap, texts: readonly string[], check: Engine["check"], budget_ms: number): Promise<void> {
  const start = performance.now();
  let ms = 0;
  for (const text of texts) {
    if (lap.ms + ms >= budget_ms) break;
    const answer = check(text);
    const found = typeof answer === "number" ? answer : await answer;
    if (lap.checks === 0) lap.found = found;
    lap.checks += 1;
    ms = performance.now() - start;
  }
  lap.ms += ms;
}

/** The median. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  const above = sorted[at] ?? Number.NaN;
  return sorted.length % 2 ? above : ((sorted[at - 1] ?? Number.NaN) + above) / 2;
}

async function timed<T>(work: () => T | Promise<T>): Promise<[ms: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
