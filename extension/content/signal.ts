/**
 * What stands by a field in which something is underlined: a quiet count where there are several findings, and one sentence
 * for screen readers. What a finding says in full is the card's.
 */
import { type Box, intersect } from "./boxes";
import type { Field } from "./field";
import { clippersOf, innerBox } from "./measure";
import { hangerFor, keepToItself, make, makeHost, visibleWindow } from "./overlay";

// Someone who pauses so long has ended a thought; earlier, the words of the warning would mix with what is typed.
const PAUSE_MS = 1000;
const SIZE_PX = 24;

/** The count and the voice, in the document while something is underlined. */
export class Signal {
  readonly #open: () => void;
  #host: HTMLElement | undefined;
  #count = make("button", "several");
  #voice = make("p", "voice");
  #seen: unknown;
  #clippers: readonly Element[] = [];
  #stood = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(open: () => void) {
    this.#open = open;
  }

  /** Stands by `field`, in each frame. */
  standBy(field: Field): void {
    const { element, marks, language } = field;
    if (!language) return;
    const hanger = hangerFor(element);
    this.#host ??= this.#build(language.style);
    if (this.#host.parentNode !== hanger) hanger.append(this.#host);
    if (marks !== this.#seen) {
      this.#seen = marks;
      this.#clippers = clippersOf(element, hanger);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#tell(field), PAUSE_MS);
    }
    this.#place(field, field.warnings.length);
  }

  /** Takes it out of the document. */
  remove(): void {
    clearTimeout(this.#timer);
    this.#host?.remove();
    this.#host = this.#seen = undefined;
    this.#clippers = [];
    this.#voice.textContent = "";
  }

  #build(style: string): HTMLElement {
    const { host, root } = makeHost(style);
    this.#count.popover = "manual";
    this.#count.tabIndex = -1;
    this.#count.onclick = (event) => event.isTrusted && this.#open();
    this.#voice.role = "status";
    root.append(this.#count, this.#voice);
    keepToItself(host);
    return host;
  }

  #tell({ warnings, told, language }: Field): void {
    const news = warnings.filter(({ id }) => !told.has(id));
    for (const { id } of news) told.add(id);
    const [first, second] = news;
    if (first && language) this.#voice.textContent = second ? several(language.labels.several, news.length) : first.heard;
  }

  /** The count straddles the field's upper edge, at the end of the line, where least is written. */
  #place({ element, language }: Field, many: number): void {
    const view = visibleWindow();
    const box = this.#clippers.map(innerBox).reduce(intersect, intersect(element.getBoundingClientRect(), view));
    const isSeen = many > 1 && box.bottom - box.top > SIZE_PX / 2;
    this.#count.togglePopover(isSeen);
    const stood = JSON.stringify([box, many, isSeen, language?.labels]);
    if (!isSeen || !language || stood === this.#stood) return;
    this.#stood = stood;
    this.#count.textContent = String(many);
    this.#count.ariaLabel = this.#count.title = several(language.labels.several, many);
    this.#count.style.cssText = `top:${Math.max(view.top, box.top - SIZE_PX / 2)}px;left:${endOf(box, element)}px`;
  }
}

function endOf({ left, right }: Box, element: Element): number {
  return getComputedStyle(element).direction === "rtl" ? left : right - SIZE_PX;
}

function several(sentence: string, many: number): string {
  return sentence.replace("$1", String(many));
}
