/**
 * Moving spans over what was typed since they were found. Pure; it knows no field and no page. When in doubt a span is
 * dropped: no underline is better than one under the wrong words.
 */

/** A stretch of text in UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement: `removed` units at `start` gave way to `added` units. All in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** The smallest single replacement that turns `before` into `after`. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { start, removed: before.length - start - same, added: after.length - start - same };
}

/** Moves `spans` of `before` to where their words stand in `after`; those that the edit touches are left out. */
export function moveSpans<S extends Span>(spans: readonly S[], before: string, after: string): S[] {
  if (spans.length === 0) return [];
  const edit = editBetween(before, after);
  return spans.flatMap((span) => moveSpan(span, edit, after) ?? []);
}

function moveSpan<S extends Span>(span: S, edit: Edit, after: string): S | undefined {
  const removedTo = edit.start + edit.removed;
  if (span.end <= edit.start) {
    return span.end === edit.start && STARTS_IN_WORD.test(after.slice(span.end, span.end + 2)) ? undefined : span;
  }
  if (span.start < removedTo) return undefined;
  const by = edit.added - edit.removed;
  const start = span.start + by;
  if (span.start === removedTo && ENDS_IN_WORD.test(after.slice(Math.max(0, start - 2), start))) return undefined;
  return { ...span, start, end: span.end + by };
}

// Letters, marks and digits, and what joins words into one: apostrophes, gershayim, hyphens, invisible joiners.
const WORD = String.raw`[\p{L}\p{M}\p{N}\p{Cf}_'"’”׳״־-]`;
const STARTS_IN_WORD = new RegExp(`^${WORD}`, "u");
const ENDS_IN_WORD = new RegExp(`${WORD}$`, "u");
