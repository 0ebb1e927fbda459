/** Names for large charters: made up, in both languages, and the same in every run. */

const SYLLABLES = {
  en: ["ba", "cor", "del", "fi", "gra", "ha", "jo", "kel", "lu", "mor", "na", "or", "pe", "qui", "ros", "sta", "ti", "ven", "wi", "zan"],
  he: ["בר", "גל", "דו", "הר", "ור", "זי", "חן", "טל", "יר", "כר", "לב", "מו", "נא", "סי", "עד", "פז", "צו", "קר", "רו", "שי", "תם"],
};
type Language = keyof typeof SYLLABLES;

const LETTERS = { en: /[a-z]{4,}/gi, he: /[א-ת]{3,}/g };

// Of the words that people write, so many begin names; the charter of a large company is no stranger than that.
const FIRST_WORDS = 2_000;
// Every fifth name is one word.
const ONE_WORD = 5;

/** Makes `count` different names, half of them Hebrew. Most have two words, the first a word that occurs in `posts`. */
export function makeNames(count: number, posts: readonly string[]): string[] {
  const next = chance();
  const first = { en: words(posts, "en", next), he: words(posts, "he", next) };
  const names = new Set<string>();
  while (names.size < count) {
    const language = names.size % 2 ? "he" : "en";
    const madeUp = word(language, next);
    names.add(names.size % ONE_WORD ? `${pick(first[language], next)} ${madeUp}` : madeUp);
  }
  return [...names];
}

function words(posts: readonly string[], language: Language, next: () => number): string[] {
  const all = [...new Set(posts.flatMap((post) => post.match(LETTERS[language]) ?? []))];
  return Array.from({ length: FIRST_WORDS }, () => pick(all, next));
}

function word(language: Language, next: () => number): string {
  const made = Array.from({ length: 3 + Math.floor(next() * 2) }, () => pick(SYLLABLES[language], next)).join("");
  return language === "en" ? made.charAt(0).toUpperCase() + made.slice(1) : made;
}

function pick(from: readonly string[], next: () => number): string {
  return from[Math.floor(next() * from.length)] ?? "";
}

/** Numbers from 0 to 1, scattered, and the same in every run: a linear congruential generator. */
function chance(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
