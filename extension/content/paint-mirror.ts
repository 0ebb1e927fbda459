/**
 * A twin of a text box: the same text, transparent, at the same place, so that its words can be underlined and their
 * rectangles asked for. It lies over the field, takes no pointer and is hidden from screen readers.
 */
import { type Box, intersect } from "./boxes";
import type { Control } from "./fields";
import { type Frame, clippersOf, innerBox, levelOf, measure } from "./measure";
import { HOST_WIDTH, hangerFor, makeHost } from "./overlay";

const LOOK_EVERY = 10;

/** The twin of one text box. It is in the document from the first `update` to `remove`. */
export class Mirror {
  /** The root whose sheets style the twin's text. */
  readonly root: ShadowRoot;
  readonly #field: Control;
  readonly #host: HTMLElement;
  readonly #clip = document.createElement("div");
  readonly #inner = document.createElement("div");
  readonly #text = document.createTextNode("");
  #look: readonly string[] = [];
  #layout = "";
  #frames = 0;
  #clippers: readonly Element[] = [];

  constructor(field: Control) {
    this.#field = field;
    ({ host: this.#host, root: this.root } = makeHost());
    this.#host.setAttribute("aria-hidden", "true");
    this.#host.inert = true;
    this.#clip.style.cssText = "position:absolute;overflow:hidden";
    this.#inner.style.cssText = INNER_STYLE + (field.localName === "input" ? ONE_LINE_STYLE : "");
    this.#inner.append(this.#text);
    this.#clip.append(this.#inner);
    this.root.append(this.#clip);
  }

  /** Brings the twin up to date with `text` and with how and where the field is drawn now. */
  update(text: string): void {
    const hanger = hangerFor(this.#field);
    const moved = this.#host.parentNode !== hanger;
    if (moved) hanger.append(this.#host);
    const rewritten = this.#text.data !== text;
    if (rewritten) this.#text.data = text;
    // The look changes seldom, and asking for it costs most.
    const dressed = (rewritten || this.#frames++ % LOOK_EVERY === 0) && this.#dress();
    if (moved || rewritten || dressed) this.#findLayers(hanger);
    this.#lay(measure(this.#field));
  }

  /** The range of the twin's text from `start` to `end` (UTF-16 offsets, half-open). */
  range(start: number, end: number): Range {
    const range = document.createRange();
    range.setStart(this.#text, Math.min(start, this.#text.length));
    range.setEnd(this.#text, Math.min(end, this.#text.length));
    return range;
  }

  /** Takes the twin out of the document. */
  remove(): void {
    this.#host.remove();
  }

  #dress(): boolean {
    const style = getComputedStyle(this.#field);
    const look = COPIED.map((name) => style.getPropertyValue(name));
    if (look.every((value, index) => value === this.#look[index])) return false;
    this.#look = look;
    COPIED.forEach((name, index) => this.#inner.style.setProperty(name, look[index] ?? ""));
    if (this.#field.localName === "input") this.#inner.style.whiteSpace = "pre";
    this.#inner.lang = this.#field.closest<HTMLElement>("[lang]")?.lang ?? "";
    return true;
  }

  #findLayers(hanger: Element): void {
    this.#clippers = clippersOf(this.#field, hanger);
    this.#clip.style.zIndex = String(levelOf(this.#field, hanger));
  }

  #lay(frame: Frame): void {
    const shows = this.#clippers.map(innerBox).reduce(intersect, frame.shows);
    const host = this.#host.getBoundingClientRect();
    const layout = JSON.stringify([frame, shows, host.left, host.top, host.width]);
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#place(frame, shows, host);
  }

  #place(frame: Frame, shows: Box, host: DOMRect): void {
    const scale = host.width / HOST_WIDTH || 1;
    setPixels(this.#clip, {
      left: (shows.left - host.left) / scale,
      top: (shows.top - host.top) / scale,
      width: (shows.right - shows.left) / scale,
      height: (shows.bottom - shows.top) / scale,
    });
    setPixels(this.#inner, {
      left: (frame.left - shows.left) / scale,
      top: (frame.top - shows.top) / scale,
      width: frame.width,
      height: frame.height,
    });
    this.#inner.style.transform = `scale(${frame.scaleX / scale},${frame.scaleY / scale})`;
  }
}

function setPixels(element: HTMLElement, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, `${value}px`);
}

const INNER_STYLE = "position:absolute;color:transparent;transform-origin:0 0;user-select:none;forced-color-adjust:none;";
// A one-line box shows its line in the middle of its height.
const ONE_LINE_STYLE = "display:grid;grid-template-columns:100%;align-content:center;";

// All that decides where a glyph stands, beside the box itself.
const COPIED = [
  "direction", "unicode-bidi", "writing-mode", "text-orientation", "text-align", "text-align-last", "text-indent",
  "text-transform", "text-rendering", "text-wrap-style", "text-autospace", "text-spacing-trim", "text-size-adjust",
  "letter-spacing", "word-spacing", "tab-size", "white-space", "overflow-wrap", "word-break", "line-break", "hyphens",
  "line-height", "font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-variant", "font-kerning",
  "font-feature-settings", "font-variation-settings", "font-optical-sizing", "font-size-adjust", "-webkit-locale",
];
