/**
 * A contestant in Node: `worker.js NAME NAMES CASES`. It starts from nothing with a charter of so many names, says what that
 * took, and then measures one case for every line that asks for it.
 */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Amana } from "./amana";
import { Harper } from "./harper";
import { Contest, type Maker } from "./measure";
import { RegExpOfNames, SetOfNames } from "./plain";

const MAKERS: Record<string, () => Maker> = {
  node: () => new Amana(new URL("wasm/amana.js", import.meta.url), (at) => readFile(at)),
  harper: () => new Harper(),
  set: () => new SetOfNames(),
  regexp1000: () => new RegExpOfNames(1_000),
  regexp10000: () => new RegExpOfNames(10_000),
};

const [name = "", names = "", cases = ""] = process.argv.slice(2);
const maker = MAKERS[name];
if (!maker) throw new Error(`there is no contestant ${name}`);
const contest = new Contest(maker(), JSON.parse(readFileSync(cases, "utf8")));
const before = resident();
const start = await contest.start(Number(names));
say({ ...start, resident_bytes: resident() - before });
for await (const line of createInterface(process.stdin)) say(await contest.measure(JSON.parse(line)));

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
