/**
 * A field as something to read and to underline words in: an editor shows its own nodes, a text box needs a twin. When
 * to read and what to underline does not belong here.
 */
import { type Root, rootOf } from "./dom";
import { type Control, type FieldElement, isControl } from "./fields";
import { type Piece, TextMap } from "./lines";
import { Mirror } from "./paint-mirror";
import { readEditor } from "./read";

/** What reading and painting need of a field. Offsets are UTF-16, half-open. */
export interface Surface {
  /** The longest text, in UTF-16 units, that words can be underlined in without holding up the page. */
  readonly longest: number;
  /** Starts, or stops, noticing changes. */
  attend(on: boolean): void;
  /** Whether the field changed since this was last asked. */
  changed(): boolean;
  /** The field's text now. */
  read(): string;
  /** Makes ready for `ranges` over `text`, as it was last read; again in each frame while anything is underlined. */
  settle(text: string): void;
  /** The ranges of text nodes that show the text from `start` to `end`. */
  ranges(start: number, end: number): Range[];
  /** Where the style sheet for the ranges goes. */
  root(): Root;
  /** Takes away what `settle` put into the document. */
  clear(): void;
}

/** The surface of `field`. */
export function surfaceOf(field: FieldElement): Surface {
  return isControl(field) ? new ControlSurface(field) : new EditorSurface(field);
}

class EditorSurface implements Surface {
  readonly longest = Number.POSITIVE_INFINITY;
  readonly #host: HTMLElement;
  readonly #observer = new MutationObserver(() => this.#touch());
  #map = new TextMap<Text>("", []);
  #isObserved = false;
  #isRead = false;
  #changed = true;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  attend(on: boolean): void {
    this.#observer.disconnect();
    this.#isObserved = on;
    this.#touch();
    if (on) this.#observer.observe(this.#host, { subtree: true, childList: true, characterData: true });
  }

  changed(): boolean {
    const changed = this.#changed;
    this.#changed = !this.#isObserved;
    return changed;
  }

  read(): string {
    if (!this.#isRead) this.#map = readEditor(this.#host);
    this.#isRead = this.#isObserved;
    return this.#map.text;
  }

  settle(): void {}

  ranges(start: number, end: number): Range[] {
    return this.#map.pieces(start, end).map(rangeOf);
  }

  root(): Root {
    return rootOf(this.#host);
  }

  clear(): void {}

  #touch(): void {
    this.#changed = true;
    this.#isRead = false;
  }
}

function rangeOf({ node, start, end }: Piece<Text>): Range {
  const range = document.createRange();
  range.setStart(node, Math.min(start, node.length));
  range.setEnd(node, Math.min(end, node.length));
  return range;
}

class ControlSurface implements Surface {
  readonly longest = 50_000;
  readonly #field: Control;
  #seen: string | undefined;
  #mirror: Mirror | undefined;

  constructor(field: Control) {
    this.#field = field;
  }

  attend(): void {}

  changed(): boolean {
    const value = this.#field.value;
    const changed = value !== this.#seen;
    this.#seen = value;
    return changed;
  }

  read(): string {
    return this.#field.value;
  }

  settle(text: string): void {
    this.#mirror ??= new Mirror(this.#field);
    this.#mirror.update(text);
  }

  ranges(start: number, end: number): Range[] {
    return this.#mirror ? [this.#mirror.range(start, end)] : [];
  }

  root(): Root {
    return this.#mirror?.root ?? rootOf(this.#field);
  }

  clear(): void {
    this.#mirror?.remove();
    this.#mirror = undefined;
  }
}
