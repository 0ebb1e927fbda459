/**
 * Builds the text of an editor, line by line, and remembers which node each part of it came from. Pure: nodes are only
 * carried along. What a line or a block is, is decided by `read.ts`.
 */

/** A part of one node's own data, in UTF-16 offsets into that data, half-open. */
export interface Piece<N> {
  readonly node: N;
  readonly start: number;
  readonly end: number;
}

interface Run<N> {
  readonly node: N;
  /** Where the run starts in the node's data. */
  readonly from: number;
  /** Where the run starts in the text. */
  readonly at: number;
  length: number;
}

/** An editor's text with the way back to its nodes. */
export class TextMap<N> {
  /** The text, its lines parted by `\n`. */
  readonly text: string;
  readonly #runs: readonly Run<N>[];

  constructor(text: string, runs: readonly Run<N>[]) {
    this.text = text;
    this.#runs = runs;
  }

  /** The pieces of nodes that stand behind the text from `start` to `end` (UTF-16 offsets, half-open). */
  pieces(start: number, end: number): Piece<N>[] {
    const pieces: Piece<N>[] = [];
    for (let index = this.#firstEndingAfter(start); index < this.#runs.length; index++) {
      const run = this.#runs[index];
      if (!run || run.at >= end) break;
      pieces.push({
        node: run.node,
        start: run.from + Math.max(0, start - run.at),
        end: run.from + Math.min(run.length, end - run.at),
      });
    }
    return pieces;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (run && run.at + run.length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Collects lines. A line ends with `break` or, if anything stands on it, with `boundary`. */
export class Lines<N> {
  #text = "";
  #runs: Run<N>[] = [];
  #ended = 0;
  #open = false;
  #space: { node: N; from: number } | undefined;

  /**
   * Adds the data of a node; `whiteSpace` is the value of the CSS property `white-space-collapse`. U+FEFF is left out: nobody
   * writes it, editors keep it where a caret must be able to stand.
   */
  add(node: N, data: string, whiteSpace: string): void {
    if (whiteSpace === "collapse") this.#addCollapsed(node, data, false);
    else if (whiteSpace === "preserve-breaks") this.#addCollapsed(node, data, true);
    else this.#addPreserved(node, data);
  }

  /** Adds one U+FFFC for something that is no text, such as a picture: words on both sides of it stay apart. */
  addObject(): void {
    this.#pushSpace();
    this.#write("\ufffc");
  }

  /** Ends the line, be it empty. */
  break(): void {
    this.#ended++;
    this.#open = false;
    this.#space = undefined;
  }

  /** Ends the line at the edge of a block; a line that holds nothing is none. */
  boundary(): void {
    if (this.#open) this.break();
  }

  /** Takes what `read` adds as a part of this line, as an inline block is: blocks at its edges do not end the line. */
  within(read: () => void): void {
    const [open, ended, length] = [this.#open, this.#ended, this.#text.length];
    this.#open = false;
    read();
    const isEmpty = this.#text.length === length;
    if (isEmpty) this.#ended = ended;
    else if (!this.#open) this.#ended--;
    this.#open = !isEmpty || open;
  }

  /** The text as far as it was written. The end of the last line is not a line of its own. */
  finish(): TextMap<N> {
    this.boundary();
    return new TextMap(this.#text + "\n".repeat(Math.max(0, this.#ended - 1)), this.#runs);
  }

  #addPreserved(node: N, data: string): void {
    for (const { 0: part, index } of data.matchAll(/\n|[^\n\ufeff]+/g)) {
      if (part === "\n") this.break();
      else this.#push(node, index, part);
    }
  }

  #addCollapsed(node: N, data: string, keepsBreaks: boolean): void {
    const parts = keepsBreaks ? /\n|[ \t\r\f]+|[^ \t\r\n\f\ufeff]+/g : /[ \t\r\n\f]+|[^ \t\r\n\f\ufeff]+/g;
    for (const { 0: part, index } of data.matchAll(parts)) {
      if (/[^ \t\r\n\f]/.test(part)) this.#push(node, index, part);
      else if (part === "\n" && keepsBreaks) this.break();
      else if (this.#open) this.#space ??= { node, from: index };
    }
  }

  #push(node: N, from: number, data: string): void {
    this.#pushSpace();
    const at = this.#write(data);
    const last = this.#runs.at(-1);
    if (last?.node === node && last.from + last.length === from && last.at + last.length === at) last.length += data.length;
    else this.#runs.push({ node, from, at, length: data.length });
  }

  #pushSpace(): void {
    const space = this.#space;
    this.#space = undefined;
    if (space) this.#push(space.node, space.from, " ");
  }

  /** Writes after the ends of lines that wait, and says where in the text it stands. */
  #write(data: string): number {
    this.#text += "\n".repeat(this.#ended);
    this.#ended = 0;
    this.#open = true;
    const at = this.#text.length;
    this.#text += data;
    return at;
  }
}
