/**
 * What is measured: posts and charters, the same for every contestant, made of tests/corpus without chance. Lengths are UTF-16
 * code units, as JavaScript counts.
 */
import { readFileSync, readdirSync } from "node:fs";
import { makeNames } from "./names";

/** A post to check; or, where `typed` has texts, a post being written: it was read before, and these follow key by key. */
export interface Post {
  readonly text: string;
  readonly typed: readonly string[];
}

/** One row of the bench. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Of `name`, the posts are names of accounts. */
  readonly kind: "post" | "size" | "name";
  readonly language: "en" | "he" | "mixed";
  /** How many names are added to the charter; of `name`, how many brands it has. */
  readonly names: number;
  /** How long a post is, on average. */
  readonly length: number;
  readonly posts: readonly Post[];
}

/** All that a contestant is given. */
export interface Input {
  readonly names: readonly string[];
  /** Charters by how many of the names they hold, or how many brands, as JSON. */
  readonly charters: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

/** How many names the charters hold. */
export const FEW = 100;
export const MANY = 100_000;

/** How many brands the charters hold that account names are checked against. */
export const BRANDS = [10, 10_000];

/** The lengths over which the cost of a character is compared. */
export const SIZES = [1_000, 10_000, 100_000, 1_000_000];

const LANGUAGES = { en: "English", he: "Hebrew" } as const;
type Language = keyof typeof LANGUAGES;

const SHORT = 280;
const LONG = 3_000;
// So many different ones that no contestant knows a post from last time.
const SHORT_POSTS = 48;
const LONG_POSTS = 24;
const TYPED_POSTS = 12;
const KEYS = 20;

/** Makes all cases. */
export function makeInput(): Input {
  const names = makeNames(MANY, [...corpus("work", "en"), ...corpus("work", "he")]);
  const charters: Record<string, string> = { [FEW]: charter(names.slice(0, FEW)), [MANY]: charter(names) };
  for (const count of BRANDS) charters[count] = JSON.stringify({ charter: 1, company: { names: names.slice(0, count) } });
  const posts = (["en", "he"] as const).flatMap(casesOf);
  return { names, charters, cases: [...posts, ...sizes(), ...accounts()] };
}

function casesOf(language: Language): Case[] {
  const all = corpus("measure", language).sort((a, b) => Math.abs(a.length - SHORT) - Math.abs(b.length - SHORT));
  const short = all.slice(0, SHORT_POSTS);
  const shortTyped = all.slice(SHORT_POSTS, SHORT_POSTS + TYPED_POSTS);
  // The keys that are typed are those of a post that is in none of the others.
  const [typing = "", ...rest] = all.slice(SHORT_POSTS + TYPED_POSTS);
  const long = pieces(rest, LONG);
  const post = (id: string, title: string, posts: Post[], names = MANY) =>
    makeCase({ id: `${id}-${language}`, title: `${LANGUAGES[language]}, ${title}`, kind: "post", language, names, posts });
  return [
    post("short", "280 characters", short.map(unseen)),
    post("short-few-names", `280 characters, ${FEW} names`, short.map(unseen), FEW),
    post("short-typed", "a key in 280", shortTyped.map((text) => typedAt(text, text.length, typing))),
    post("long", "3,000 characters", long.slice(0, LONG_POSTS).map(unseen)),
    post("long-typed", "a key at the end of 3,000", long.slice(-TYPED_POSTS).map((text) => typedAt(text, text.length, typing))),
    post("long-inside", "a key inside 3,000", long.slice(-TYPED_POSTS).map((text) => typedAt(text, LONG / 2, typing))),
  ];
}

/** Pieces of one text, so that every length is made of the same. */
function sizes(): Case[] {
  const hebrew = corpus("*", "he");
  const [text = ""] = pieces(corpus("*", "en").flatMap((post, at) => [post, hebrew[at] ?? ""]), SIZES.at(-1) ?? 0);
  return SIZES.map((size) => {
    const count = Math.min(LONG_POSTS, text.length / size);
    const starts = Array.from({ length: count }, (_, at) => Math.floor((at * (text.length - size)) / count));
    const posts = starts.map((from) => unseen(cut(text, from, from + size)));
    const title = `${size.toLocaleString("en")} characters`;
    return makeCase({ id: `size-${size}`, title, kind: "size", language: "mixed", names: MANY, posts });
  });
}

/** Names of accounts, half of which use a brand of the demo's charter, and none one of these charters'. */
function accounts(): Case[] {
  const lines = readFileSync("tests/corpus/names/measure.jsonl", "utf8").trim().split("\n");
  const posts = lines.map((line) => unseen(JSON.parse(line).name));
  return BRANDS.map((names) => {
    const title = `a name, ${names.toLocaleString("en")} brands`;
    return makeCase({ id: `name-${names}`, title, kind: "name", language: "mixed", names, posts });
  });
}

function makeCase(parts: Omit<Case, "length">): Case {
  const length = parts.posts.reduce((sum, { text }) => sum + text.length, 0) / parts.posts.length;
  return { ...parts, length: Math.round(length) };
}

function unseen(text: string): Post {
  return { text, typed: [] };
}

/** Types the beginning of `typing`, a new sentence, into `text`, after the word that ends at `place` or later. */
function typedAt(text: string, place: number, typing: string): Post {
  const space = text.indexOf(" ", place);
  const at = space < 0 ? text.length : space;
  const after = (keys: number) => `${cut(text, 0, at)} ${cut(typing, 0, keys)}${cut(text, at, text.length)}`;
  return { text: after(0), typed: Array.from({ length: KEYS }, (_, key) => after(key + 1)) };
}

/** Posts one after the other, cut into pieces of `length`. */
function pieces(posts: readonly string[], length: number): string[] {
  const text = posts.join("\n\n");
  return Array.from({ length: Math.floor(text.length / length) }, (_, at) => cut(text, at * length, (at + 1) * length));
}

/** A part of a text. Half a character at its edge becomes the replacement character, as Rust knows no halves. */
function cut(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/\p{Cs}/gu, "\uFFFD");
}

/** The posts of a part of the corpus, or of all parts, in a language. */
function corpus(part: "work" | "measure" | "*", language: Language): string[] {
  if (part === "*") return [...corpus("measure", language), ...corpus("work", language)];
  const folder = `tests/corpus/${part}`;
  const files = readdirSync(folder).filter((file) => file.startsWith(`${language}-`)).sort();
  const lines = files.flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").trim().split("\n"));
  return lines.map((line) => JSON.parse(line).text);
}

/** The demo's charter with more names in all its lists. */
function charter(names: readonly string[]): string {
  const base = JSON.parse(readFileSync("charters/golden-pages.json", "utf8"));
  const lists = ["people", "competitors", "customers", "suppliers", "projects"];
  lists.forEach((list, nth) => base[list].push(...names.filter((_, at) => at % lists.length === nth)));
  return JSON.stringify(base);
}
