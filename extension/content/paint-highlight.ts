/**
 * Underlines ranges with CSS Custom Highlights, which change no node. Registry keys are neutral, since a page can read
 * them. Which words are underlined is decided elsewhere.
 */
import { type Root, makeSheet } from "./dom";
import type { Level } from "./messages";

/** Ranges to underline at one level. */
export interface Mark {
  readonly level: Level;
  readonly ranges: readonly Range[];
}

interface Painted {
  readonly root: Root;
  readonly marks: readonly Mark[];
}

const KEYS: Record<Level, string> = { warn: "text-mark-1", notice: "text-mark-2" };
const LEVELS: readonly Level[] = ["warn", "notice"];

// Hues that stand out on white and on black alike: pages are dark without saying so.
const SHEET = `
::highlight(${KEYS.warn}) { text-decoration: underline wavy #d9730d 2px; }
::highlight(${KEYS.notice}) { text-decoration: underline dotted #0e8f86 3px; }
@media (forced-colors: active) {
  ::highlight(${KEYS.warn}), ::highlight(${KEYS.notice}) { text-decoration-color: LinkText; }
}`;

/** All that is underlined in this document, by its owner. Leaves nothing behind when the last owner is cleared. */
export class Highlights {
  readonly #painted = new Map<object, Painted>();
  readonly #highlights: Record<Level, Highlight> = { warn: new Highlight(), notice: new Highlight() };
  #sheet: CSSStyleSheet | undefined;

  /** Whether what `owner` has underlined shows in `root`; a page may have swept it away, or moved the field. */
  stands(owner: object, root: Root): boolean {
    return this.#painted.get(owner)?.root === root && this.#isAdopted(root) && LEVELS.every((level) => this.#isRegistered(level));
  }

  /** Underlines `marks` in `root`, in place of what `owner` had underlined. */
  paint(owner: object, root: Root, marks: readonly Mark[]): void {
    const before = this.#painted.get(owner);
    for (const { level, ranges } of marks) for (const range of ranges) this.#highlights[level].add(range);
    this.#painted.set(owner, { root, marks });
    this.#release(before);
    this.#adopt(root);
    this.#register();
  }

  /** Takes away what `owner` had underlined. */
  clear(owner: object): void {
    const before = this.#painted.get(owner);
    this.#painted.delete(owner);
    this.#release(before);
    this.#register();
  }

  #release(painted: Painted | undefined): void {
    for (const { level, ranges } of painted?.marks ?? []) {
      for (const range of ranges) this.#highlights[level].delete(range);
    }
    if (painted && ![...this.#painted.values()].some(({ root }) => root === painted.root)) this.#disown(painted.root);
  }

  #register(): void {
    for (const level of LEVELS) {
      if (this.#highlights[level].size === 0) CSS.highlights.delete(KEYS[level]);
      else if (!this.#isRegistered(level)) CSS.highlights.set(KEYS[level], this.#highlights[level]);
    }
  }

  #isRegistered(level: Level): boolean {
    const highlight = this.#highlights[level];
    return highlight.size === 0 || CSS.highlights.get(KEYS[level]) === highlight;
  }

  #adopt(root: Root): void {
    this.#sheet ??= makeSheet(SHEET);
    if (!this.#isAdopted(root)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
  }

  #isAdopted(root: Root): boolean {
    return this.#sheet !== undefined && root.adoptedStyleSheets.includes(this.#sheet);
  }

  #disown(root: Root): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}
