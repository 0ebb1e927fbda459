/**
 * What a company would write without Amana: plain JavaScript that looks for the same names, upper and lower case alike, behind
 * Hebrew prefixes too. It knows neither endings nor what a post means, and remembers nothing of a post.
 */
import type { Input } from "./cases";
import type { Engine, Maker } from "./measure";

const PREFIXES = "והשבלכמ";
const LONGEST_PREFIX = 3;

/** A tokeniser, and the names in a `Set`. */
export class SetOfNames implements Maker {
  // A table of all code units is the fastest way to ask what is a letter.
  readonly #isLetter = new Uint8Array(0x1_0000);

  async start(): Promise<void> {
    this.#isLetter.forEach((_, unit, table) => (table[unit] = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0));
  }

  load({ names }: Input, count: number): Engine {
    const whole = new Set(names.slice(0, count).map((name) => name.toLowerCase()));
    const first = new Set([...whole].filter((name) => name.includes(" ")).map((name) => name.slice(0, name.indexOf(" "))));
    return remembersNothing((text) => {
      const words = tokens(text.toLowerCase(), this.#isLetter);
      const isName = (word: string, next?: string) => whole.has(word) || (first.has(word) && whole.has(`${word} ${next}`));
      return words.filter((word, at) => readings(word).some((reading) => isName(reading, words[at + 1]))).length;
    });
  }
}

/** One regular expression of the first of the names; look-around, since `\b` knows no Hebrew. */
export class RegExpOfNames implements Maker {
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  async start(): Promise<void> {}

  load({ names }: Input): Engine {
    const any = names.slice(0, this.#count).map((name) => name.toLowerCase()).join("|");
    const pattern = `(?<![\\p{L}\\p{N}])[${PREFIXES}]{0,${LONGEST_PREFIX}}(?:${any})(?![\\p{L}\\p{N}])`;
    const names_ = new RegExp(pattern, "gu");
    return remembersNothing((text) => text.toLowerCase().match(names_)?.length ?? 0);
  }
}

function remembersNothing(check: (text: string) => number): Engine {
  return { check, checkAgain: check, forget: () => {} };
}

function tokens(text: string, isLetter: Uint8Array): string[] {
  const found: string[] = [];
  let from = -1;
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && isLetter[text.charCodeAt(at)] === 1;
    if (inside && from < 0) from = at;
    if (!inside && from >= 0) {
      found.push(text.slice(from, at));
      from = -1;
    }
  }
  return found;
}

/** A word, and what it is without each of the prefixes that it may have. */
function readings(word: string): string[] {
  const found = [word];
  for (let at = 0; at < LONGEST_PREFIX && PREFIXES.includes(word.charAt(at)) && at + 2 < word.length; at++) {
    found.push(word.slice(at + 1));
  }
  return found;
}
