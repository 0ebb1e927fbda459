/** Arithmetic of boxes in the window's pixels, and where a card stands beside words. Pure; it measures nothing. */

/** A box in pixels from the window's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box that `a` and `b` share; it has no area when they share none. */
export function intersect(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return { left, top, right: Math.max(left, Math.min(a.right, b.right)), bottom: Math.max(top, Math.min(a.bottom, b.bottom)) };
}

/** The smallest box around `boxes`, if there are any. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Whether the point lies in `box` or no farther than `slack` pixels from it. */
export function holds(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

/** Where a card stands: its corner, and how high it may be at most. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

const GAP = 8;

/**
 * Places a card of `width` by `height` beside `words`: below them, or above when there is more room, within `view`, and
 * never over them. `rtl` lines it up with the words' right end; `wasAbove` keeps it above while there is room.
 */
export function placeBeside(words: Box, width: number, height: number, view: Box, rtl: boolean, wasAbove = false): Place {
  const below = view.bottom - words.bottom - 2 * GAP;
  const above = words.top - view.top - 2 * GAP;
  const isBelow = !(wasAbove && above >= height) && (below >= height || below >= above);
  const maxHeight = Math.max(0, Math.min(isBelow ? below : above, view.bottom - view.top - 2 * GAP));
  const top = isBelow ? words.bottom + GAP : words.top - GAP - Math.min(height, maxHeight);
  const left = rtl ? words.right - width : words.left;
  return {
    left: clamp(left, view.left + GAP, view.right - GAP - width),
    top: clamp(top, view.top + GAP, view.bottom - GAP - Math.min(height, maxHeight)),
    maxHeight,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/**
 * The part of `count` items, in order from top to bottom, that lies in sight: from the first that is not above the view
 * to the last that is not below it. `side` says of an item whether it is above (-1), in sight (0) or below (1).
 */
export function inSight(count: number, side: (index: number) => number): { from: number; to: number } {
  return { from: firstWhere(count, (index) => side(index) >= 0), to: firstWhere(count, (index) => side(index) > 0) };
}

function firstWhere(count: number, holdsFor: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holdsFor(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
