/** The card stands beside the words, inside the window, and never over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Box, around, holds, inSight, intersect, placeBeside } from "../../extension/content/boxes";

const VIEW: Box = { left: 0, top: 0, right: 800, bottom: 600 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left, top, right: left + width, bottom: top + height,
});

test("the card stands below the words, from where they start", () => {
  assert.deepEqual(placeBeside(box(100, 100, 50, 20), 340, 200, VIEW, false), { left: 100, top: 128, maxHeight: 464 });
});

test("from right to left it ends where they end", () => {
  assert.equal(placeBeside(box(500, 100, 50, 20), 340, 200, VIEW, true).left, 210);
});

test("above the words when there is no room below", () => {
  assert.equal(placeBeside(box(100, 500, 50, 20), 340, 200, VIEW, false).top, 292);
});

test("above still, once it stood there and grew smaller, while there is room", () => {
  const words = box(100, 380, 50, 20);
  assert.equal(placeBeside(words, 340, 100, VIEW, false, true).top, 272);
  assert.equal(placeBeside(words, 340, 100, VIEW, false).top, 408);
  assert.equal(placeBeside(box(100, 60, 50, 20), 340, 100, VIEW, false, true).top, 88);
});

test("where there is more room when there is room on neither side, and lower", () => {
  const { top, maxHeight } = placeBeside(box(10, 60, 50, 20), 340, 400, box(0, 0, 500, 300), false);
  assert.deepEqual({ top, maxHeight }, { top: 88, maxHeight: 204 });
});

test("at the edge of the window when the words are out of sight", () => {
  const { top } = placeBeside(box(100, 900, 50, 20), 340, 200, VIEW, false);
  assert.equal(top, 392);
});

test("wherever the words are, it is in the window and not over them", () => {
  for (const height of [80, 200, 900]) {
    for (let left = -40; left < 840; left += 37) {
      for (let top = 0; top < 580; top += 23) {
        const words = box(left, top, 90, 20);
        const place = placeBeside(words, 340, height, VIEW, top % 2 === 0);
        const card = box(place.left, place.top, 340, Math.min(height, place.maxHeight));
        assert(card.left >= 8 && card.right <= 792 && card.top >= 8 && card.bottom <= 592, JSON.stringify({ words, card }));
        assert(card.bottom < words.top || card.top > words.bottom, JSON.stringify({ words, card }));
      }
    }
  }
});

test("boxes that share nothing meet in no area", () => {
  const { left, right, top, bottom } = intersect(box(0, 0, 10, 10), box(20, 5, 10, 10));
  assert.equal((right - left) * (bottom - top), 0);
  assert.deepEqual(intersect(box(0, 0, 10, 10), box(5, 5, 10, 10)), box(5, 5, 5, 5));
});

test("the box around boxes", () => {
  assert.equal(around([]), undefined);
  assert.deepEqual(around([box(0, 0, 10, 10), box(40, 20, 5, 5)]), box(0, 0, 45, 25));
});

test("a point within reach of a box", () => {
  assert(holds(box(10, 10, 20, 20), 9, 31, 2));
  assert(!holds(box(10, 10, 20, 20), 7, 20, 2));
});

test("what lies in sight of many in order", () => {
  const sides = [-1, -1, 0, 0, 0, 1, 1];
  assert.deepEqual(inSight(sides.length, (index) => sides[index] ?? 1), { from: 2, to: 5 });
  assert.deepEqual(inSight(3, () => -1), { from: 3, to: 3 });
  assert.deepEqual(inSight(3, () => 1), { from: 0, to: 0 });
  assert.deepEqual(inSight(0, () => 0), { from: 0, to: 0 });
});
