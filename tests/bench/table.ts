/** The report as a person reads it. */
import { FEW, MANY } from "./cases";
import type { Check, Figures, Report, Started } from "./report";

const AMANA = { native: "Amana, native", node: "in Node", chromium: "in Chromium" };
const RIVALS = { harper: "harper.js", set: "Set", regexp1000: "RegExp 1,000", regexp10000: "RegExp 10,000" };
const ALL = { ...AMANA, ...RIVALS };
const NAMES = MANY.toLocaleString("en");

/** Writes the tables. */
export function table(report: Report): string {
  const { processor, processors, load, node, chromium } = report.machine;
  const intro = [
    `Medians of ${report.rounds} rounds in which all take turns, Node ${node}, Chromium ${chromium}.`,
    `${processors} × ${processor}, load ${load.toFixed(1)}: above ${processors} other work makes all figures larger and less sure.`,
    `Amana natively, and as WebAssembly in Node and in Chromium, with ${NAMES} names in the charter. The others in Node: harper.js;`,
    "plain JavaScript with a Set of the same names; one RegExp of the first 1,000 and of the first 10,000 of them.",
    "In brackets: how many times Amana's cost in Node, in the same round.",
  ];
  return [
    intro.join("\n"),
    checks(report),
    sizes(report),
    names(report),
    accounts(report),
    starts(report),
    pages(report),
    files(report),
  ].join("\n\n");
}

function checks({ checks }: Report): string {
  const rows = checks.filter(({ names }) => names === MANY).map((check) => [check.title, ...Object.keys(ALL).map((name) => cost(check, name))]);
  return grid(["one check of a post", ...Object.values(ALL)], rows);
}

function cost({ ns, ratio }: Check, name: string): string {
  const times = name in RIVALS ? ` (${short(ratio[name] ?? 0)}×)` : "";
  return name in ns ? `${time(ns[name] ?? 0)}${times}` : "–";
}

function sizes({ sizes, linear }: Report): string {
  const shown = Object.entries(ALL).filter(([name]) => name in linear);
  const row = (title: string, figures: Figures, unit: string) => [title, ...shown.map(([name]) => `${short(figures[name] ?? 0)}${unit}`)];
  const rows = sizes.map(({ title, ns_per_character }) => row(title, ns_per_character, " ns"));
  return grid(["a character, in a text of", ...shown.map(([, title]) => title)], [...rows, row("1,000,000 over 10,000", linear, "×")]);
}

function names({ checks, many_names }: Report): string {
  const rows = Object.entries({ en: "English", he: "Hebrew" }).flatMap(([language, title]) => {
    const few = checks.find(({ id }) => id === `short-few-names-${language}`)?.ns ?? {};
    const many = checks.find(({ id }) => id === `short-${language}`)?.ns ?? {};
    return [
      [`${title}, ${FEW} names`, ...Object.keys(AMANA).map((name) => time(few[name] ?? 0))],
      [`${title}, ${NAMES} names`, ...Object.keys(AMANA).map((name) => time(many[name] ?? 0))],
      ["  ratio", ...Object.keys(AMANA).map((name) => `${(many_names[language]?.[name] ?? 0).toFixed(2)}×`)],
    ];
  });
  return grid(["280 characters", ...Object.values(AMANA)], rows);
}

function accounts({ account_names }: Report): string {
  const rows = account_names.map(({ title, ns }) => [title, ...Object.keys(AMANA).map((name) => time(ns[name] ?? 0))]);
  return grid(["one check of an account's name", ...Object.values(AMANA)], rows);
}

function starts({ starts }: Report): string {
  const amana = [["node", "Node"], ["chromium", "Chromium"]].flatMap(([name, title]) =>
    [FEW, MANY].map((names) => [`${name} ${names}`, `Amana in ${title}, ${names.toLocaleString("en")} names`]));
  const rows = [...amana, ...Object.entries(RIVALS)].flatMap(([name = "", title = ""]) =>
    starts[name] ? [[title, ...start(starts[name])]] : []);
  return grid(["a start from nothing", "start", "load names", "first check", "together", "WASM memory", "resident memory"], rows);
}

function start({ start_ms, load_ms, first_ms, wasm_bytes, resident_bytes }: Started): string[] {
  const times = [start_ms, load_ms, first_ms, start_ms + load_ms + first_ms].map((ms) => time(ms * 1e6));
  return [...times, megabytes(wasm_bytes), megabytes(resident_bytes ?? 0)];
}

function pages({ pages }: Report): string {
  const { start_ms, idle_ms, key_ms, paint_ms, frame_ms, tab_bytes } = pages;
  const ms = (figure: number) => time(figure * 1e6);
  const rows = [
    ["a page that loads, without a field", ms(start_ms), ""],
    ["two seconds on a page with 100 fields, nobody writes", ms(idle_ms), ""],
    ["a key in 300 characters", ms(key_ms.textarea), ms(key_ms.editor)],
    ["20 findings in 3,000 characters, from a key until they are drawn", ms(paint_ms.textarea), ms(paint_ms.editor)],
    ["  the longest time between two frames meanwhile", ms(frame_ms.textarea), ms(frame_ms.editor)],
    ["memory of a tab, of 50", megabytes(tab_bytes), ""],
  ];
  return grid(["the content script, on a page's main thread", "text box", "editor"], rows);
}

function files({ files }: Report): string {
  const rows = files.map(({ title, raw, gzip }) => [title, raw.toLocaleString("en"), gzip.toLocaleString("en")]);
  return grid(["bytes", "raw", "gzip"], rows);
}

/** A time in the unit that suits it. */
function time(ns: number): string {
  if (ns < 1e6) return `${short(ns / 1e3)} µs`;
  return ns < 1e9 ? `${short(ns / 1e6)} ms` : `${short(ns / 1e9)} s`;
}

function megabytes(bytes: number): string {
  return bytes > 0 ? `${(bytes / 1e6).toFixed(1)} MB` : "–";
}

/** A figure with as many digits as mean something. */
function short(figure: number): string {
  if (figure >= 100) return Math.round(figure).toLocaleString("en");
  return figure.toFixed(figure >= 10 ? 1 : 2);
}

/** Columns as wide as what they hold, the first to the left, the others to the right. */
function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("   ").trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("───"), ...rows.map(line)].join("\n");
}
