/** An editor's text, line by line, and the way back from it to the nodes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Lines } from "../../extension/content/lines";

type Step = string | { readonly data: string; readonly space: string } | typeof BR | typeof EDGE | typeof PICTURE;
const BR = Symbol("br");
const EDGE = Symbol("edge of a block");
const PICTURE = Symbol("picture");

/** Reads `steps`; strings are nodes whose white space is preserved. A node is named by its place among the steps. */
function read(...steps: Step[]) {
  const lines = new Lines<number>();
  steps.forEach((step, node) => {
    if (step === BR) lines.break();
    else if (step === EDGE) lines.boundary();
    else if (step === PICTURE) lines.addObject();
    else if (typeof step === "object") lines.add(node, step.data, step.space);
    else lines.add(node, step as string, "preserve");
  });
  return lines.finish();
}

const collapsed = (data: string): Step => ({ data, space: "collapse" });

test("a line of several nodes is one line", () => assert.equal(read("Hello ", "there").text, "Hello there"));

test("blocks are lines", () => assert.equal(read(EDGE, "a", EDGE, EDGE, "b", EDGE).text, "a\nb"));

test("a block within a block adds no line", () => assert.equal(read(EDGE, EDGE, "a", EDGE, EDGE, "b", EDGE).text, "a\nb"));

test("a line break is a line break", () => assert.equal(read("a", BR, "b").text, "a\nb"));

test("an empty block holds a line by its break", () => assert.equal(read(EDGE, "a", EDGE, EDGE, BR, EDGE, EDGE, "b", EDGE).text, "a\n\nb"));

test("a break at the end of a block fills it only", () => assert.equal(read(EDGE, "a", BR, EDGE, EDGE, "b", EDGE).text, "a\nb"));

test("two breaks at the end of a block are an empty line", () => assert.equal(read(EDGE, "a", BR, BR, EDGE).text, "a\n"));

test("an empty editor is empty", () => {
  assert.equal(read().text, "");
  assert.equal(read(EDGE, BR, EDGE).text, "");
  assert.equal(read(EDGE, EDGE).text, "");
});

test("blocks in an inline block leave the line whole", () => {
  const lines = new Lines<number>();
  lines.add(0, "For ", "preserve");
  lines.within(() => {
    lines.boundary();
    lines.add(1, "Dana", "preserve");
    lines.boundary();
    lines.boundary();
  });
  lines.within(() => lines.boundary());
  lines.add(2, "!", "preserve");
  assert.equal(lines.finish().text, "For Dana!");
});

test("what an editor keeps for its caret is not read", () => {
  const map = read("For ", "\ufeff@Dana\ufeff", collapsed("\ufeff!"));
  assert.equal(map.text, "For @Dana!");
  assert.deepEqual(map.pieces(4, 9), [{ node: 1, start: 1, end: 6 }]);
});

test("breaks within preserved text count, one at its end fills only", () => assert.equal(read("a\n\nb\n").text, "a\n\nb"));

test("white space that is not shown is not read", () => {
  assert.equal(read(EDGE, collapsed("\n   Hello \n  big   world  \n"), EDGE).text, "Hello big world");
  assert.equal(read(collapsed("a "), collapsed(" b")).text, "a b");
  assert.equal(read(collapsed("a "), BR, collapsed(" b")).text, "a\nb");
  assert.equal(read(EDGE, collapsed("\n  "), EDGE, EDGE, collapsed("a"), EDGE).text, "a");
});

test("a space that does not break is read", () => assert.equal(read(collapsed("a \u00a0 b")).text, "a \u00a0 b"));

test("spaces may collapse while breaks stay", () => {
  assert.equal(read({ data: "a   b \n  c", space: "preserve-breaks" }).text, "a b\nc");
});

test("words on both sides of a picture stay apart", () => {
  assert.equal(read("below", PICTURE, "target").text, "below\ufffctarget");
  assert.equal(read(collapsed("a "), PICTURE, collapsed(" b")).text, "a \ufffc b");
});

test("emoji and Hebrew keep their length in UTF-16 units", () => {
  const map = read("שלום 😀 ", "עולם");
  assert.equal(map.text.length, 12);
  assert.deepEqual(map.pieces(8, 12), [{ node: 1, start: 0, end: 4 }]);
});

test("a span in one node is one piece", () => {
  assert.deepEqual(read("my boss said").pieces(3, 7), [{ node: 0, start: 3, end: 7 }]);
});

test("a span over nodes and lines is one piece for each", () => {
  const map = read(EDGE, "be", "low", EDGE, EDGE, "target", EDGE);
  assert.equal(map.text, "below\ntarget");
  assert.deepEqual(map.pieces(0, 12), [
    { node: 1, start: 0, end: 2 },
    { node: 2, start: 0, end: 3 },
    { node: 5, start: 0, end: 6 },
  ]);
  assert.deepEqual(map.pieces(3, 8), [{ node: 2, start: 1, end: 3 }, { node: 5, start: 0, end: 2 }]);
});

test("a span after collapsed white space finds its own place", () => {
  const map = read(collapsed("  my    boss"));
  assert.equal(map.text, "my boss");
  assert.deepEqual(map.pieces(3, 7), [{ node: 0, start: 8, end: 12 }]);
});

test("a line break alone has no piece", () => assert.deepEqual(read("a", BR, "b").pieces(1, 2), []));
