/** Spans follow what is typed around them, and go when it touches them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Span, editBetween, moveSpans } from "../../extension/content/spans";

/** Where the words in `[[ ]]` stand in the text without the brackets. */
function marked(text: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let plain = "";
  for (const part of text.split(/(\[\[.*?\]\])/s)) {
    const words = part.startsWith("[[") ? part.slice(2, -2) : part;
    if (words !== part) spans.push({ start: plain.length, end: plain.length + words.length });
    plain += words;
  }
  return { text: plain, spans };
}

const CASES: Record<string, [before: string, after: string]> = {
  "nothing changed": ["my [[boss]] said", "my [[boss]] said"],
  "typed before": ["my [[boss]] said", "so my [[boss]] said"],
  "typed after": ["my [[boss]] said", "my [[boss]] said so"],
  "typed between two": ["[[boss]] is [[below target]]", "[[boss]] is far [[below target]]"],
  "a space right after": ["my [[boss]]", "my [[boss]] "],
  "a full stop right after": ["my [[boss]]", "my [[boss]]."],
  "a comma right before": ["my [[boss]]", "my ,[[boss]]"],
  "a letter right after": ["my [[boss]]", "my bossy"],
  "a letter like the last one": ["my [[boss]]", "my bosss"],
  "a letter right before": ["my [[boss]]", "my xboss"],
  "an apostrophe right after": ["my [[boss]] said", "my boss' said"],
  "a Hebrew prefix right before": ["אמרה [[הבוסית]] שלי", "אמרה והבוסית שלי"],
  "gershayim inside": ["אמר [[רוח]] כך", "אמר רו״ח כך"],
  "a point right after a Hebrew letter": ["[[בוסית]] שלי", "בוסיתּ שלי"],
  "a letter beyond the first plane right after": ["my [[boss]]", "my boss𝐲"],
  "an emoji right after": ["my [[boss]]", "my [[boss]]😀"],
  "an emoji changed right after": ["my [[boss]] 😀", "my [[boss]] 😁"],
  "typed inside": ["my [[boss]] said", "my bo-ss said"],
  "deleted inside": ["my [[boss]] said", "my bos said"],
  "the space before deleted": ["my [[boss]] said", "myboss said"],
  "the space after deleted": ["my [[boss]] said", "my bosssaid"],
  "deleted with what is before": ["my [[boss]] said [[below target]]", "my said [[below target]]"],
  "replaced across two": ["a [[boss]] b [[below target]] c", "a bXt c"],
  "all deleted": ["my [[boss]]", ""],
  "a line break before": ["my [[boss]]", "my \n[[boss]]"],
};

for (const [name, [before, after]] of Object.entries(CASES)) {
  test(`spans: ${name}`, () => {
    const { text, spans } = marked(before);
    const wanted = marked(after);
    assert.deepEqual(moveSpans(spans, text, wanted.text), wanted.spans);
  });
}

test("spans keep what belongs to them", () => {
  const [moved] = moveSpans([{ start: 0, end: 4, id: "a" }], "boss", "my boss");
  assert.deepEqual(moved, { start: 3, end: 7, id: "a" });
});

test("an edit is the smallest replacement", () => {
  assert.deepEqual(editBetween("abc", "abXc"), { start: 2, removed: 0, added: 1 });
  assert.deepEqual(editBetween("aaa", "aa"), { start: 2, removed: 1, added: 0 });
  assert.deepEqual(editBetween("same", "same"), { start: 4, removed: 0, added: 0 });
  assert.deepEqual(editBetween("", "new"), { start: 0, removed: 0, added: 3 });
});

test("after any edit a span that is kept stands on the same whole words", () => {
  const random = randomFrom(7);
  const pick = (items: string): string => items.charAt(Math.floor(random() * items.length));
  const text = (length: number): string => Array.from({ length }, () => pick("ab ,א\n")).join("");
  for (let round = 0; round < 5000; round++) {
    const before = text(24);
    const [from, to] = [Math.floor(random() * 25), Math.floor(random() * 25)].sort((a, b) => a - b) as [number, number];
    const after = before.slice(0, from) + text(Math.floor(random() * 4)) + before.slice(to);
    for (const { start, end } of words(before)) {
      const [moved] = moveSpans([{ start, end }], before, after);
      if (!moved) continue;
      assert.equal(after.slice(moved.start, moved.end), before.slice(start, end), JSON.stringify({ before, after }));
      assert(words(after).some((word) => word.start === moved.start && word.end === moved.end), JSON.stringify({ before, after }));
    }
  }
});

function words(text: string): Span[] {
  return Array.from(text.matchAll(/[abא]+/g), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** Numbers from 0 up to 1 that are the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
