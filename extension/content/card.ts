/**
 * The card: what was seen, the clause that it touches, advice. It only shows; its sentences are the background's, and
 * when it opens is decided elsewhere. Nothing that happens in it reaches the page.
 */
import { type Box, placeBeside } from "./boxes";
import { CARD_STYLE } from "./card-style";
import type { Finding, Language } from "./messages";
import { makeHost } from "./overlay";

/** What the card shows: a finding, and which one of how many. */
export interface Content {
  readonly finding: Finding;
  readonly language: Language;
  /** Which one it is, from 1. */
  readonly place: number;
  /** How many there are. */
  readonly of: number;
}

/** What the reader asks for in the card. */
export interface Actions {
  /** To close it. */
  close(): void;
  /** To see the next finding, or the one before. */
  step(by: 1 | -1): void;
}

/** One card, in the document while it is open. */
export class Card {
  readonly #actions: Actions;
  #parts: Parts | undefined;
  #shown = "";
  #stood = "";

  constructor(actions: Actions) {
    this.#actions = actions;
  }

  /** Whether the focus is in the card. */
  get hasFocus(): boolean {
    return this.#parts?.root.activeElement != null;
  }

  /** Whether events that name `target` happened in the card. */
  isHost(target: EventTarget | undefined): boolean {
    return target !== undefined && target === this.#parts?.host;
  }

  /** Shows `content`, hanging in `hanger`. */
  show(content: Content, hanger: Element): void {
    this.#parts ??= build(this.#actions);
    const { host, card } = this.#parts;
    if (host.parentNode !== hanger) hanger.append(host);
    if (!card.matches(":popover-open")) card.showPopover();
    const shown = JSON.stringify(content);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#stood = "";
    fill(this.#parts, content);
  }

  /** Moves the card beside `words`, within the window. */
  standBy(words: Box): void {
    if (!this.#parts) return;
    const { card } = this.#parts;
    const view = visibleWindow();
    const stood = JSON.stringify([words, view]);
    if (stood === this.#stood) return;
    this.#stood = stood;
    card.style.maxHeight = "none";
    const { width, height } = card.getBoundingClientRect();
    const place = placeBeside(words, width, height, view, card.dir === "rtl");
    Object.assign(card.style, { left: `${place.left}px`, top: `${place.top}px`, maxHeight: `${place.maxHeight}px` });
  }

  /** Moves the focus into the card. */
  focus(): void {
    this.#parts?.card.focus({ preventScroll: true });
  }

  /** Takes the card out of the document. */
  hide(): void {
    this.#parts?.host.remove();
    this.#parts = undefined;
    this.#shown = "";
  }
}

interface Parts {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly card: HTMLElement;
  readonly sign: SVGElement;
  readonly title: HTMLElement;
  readonly saw: HTMLElement;
  readonly clause: HTMLElement;
  readonly advice: HTMLElement;
  readonly contact: HTMLElement;
  readonly name: HTMLElement;
  readonly count: HTMLElement;
  readonly close: HTMLElement;
  readonly previous: HTMLElement;
  readonly next: HTMLElement;
}

const SIGNS = { warn: "M1 5q2-5 4 0t4 0 4 0 4 0", notice: "M2 4h0M6.7 4h0M11.4 4h0M16 4h0" };
const CROSS = "M4 4l8 8M12 4l-8 8";
const BACK = "M10 3 5 8l5 5";
const FORTH = "M6 3l5 5-5 5";

function build(actions: Actions): Parts {
  const { host, root } = makeHost(CARD_STYLE);
  const parts: Parts = {
    host,
    root,
    card: make("section", "card"),
    sign: drawing(SIGNS.warn, "0 0 18 8"),
    title: make("h2", "title"),
    saw: make("p", "saw"),
    clause: make("blockquote", "clause"),
    advice: make("p", "advice"),
    contact: make("p", "contact"),
    name: make("span", "name"),
    count: make("span", "count"),
    close: button("closes", CROSS, actions.close),
    previous: button("turns", BACK, () => actions.step(-1)),
    next: button("turns", FORTH, () => actions.step(1)),
  };
  assemble(parts);
  keepToItself(parts);
  return parts;
}

function assemble({ root, card, sign, title, saw, clause, advice, contact, name, count, close, previous, next }: Parts): void {
  const head = make("div", "head");
  const foot = make("div", "foot");
  head.append(sign, title, close);
  foot.append(name, previous, count, next);
  card.append(head, saw, clause, advice, contact, foot);
  card.setAttribute("role", "dialog");
  card.popover = "manual";
  card.tabIndex = -1;
  sign.classList.add("sign");
  clause.dir = "auto";
  root.append(card);
}

function fill(parts: Parts, { finding, language, place, of }: Content): void {
  const { labels, locale, dir } = language;
  const { card, sign } = parts;
  card.dir = dir;
  card.lang = locale;
  card.ariaLabel = labels.name;
  card.classList.toggle("notice", finding.level === "notice");
  sign.firstElementChild?.setAttribute("d", SIGNS[finding.level]);
  write(parts.title, finding.title);
  write(parts.saw, finding.saw);
  write(parts.clause, finding.clause);
  write(parts.advice, finding.advice);
  write(parts.contact, finding.contact);
  write(parts.name, labels.name);
  write(parts.count, labels.count.replace("$1", String(place)).replace("$2", String(of)));
  label(parts.close, labels.close);
  label(parts.previous, labels.previous);
  label(parts.next, labels.next);
  for (const part of [parts.previous, parts.count, parts.next]) part.hidden = of < 2;
}

function write(element: HTMLElement, text: string): void {
  element.textContent = text;
  element.hidden = text === "";
}

function label(element: HTMLElement, text: string): void {
  element.ariaLabel = text;
  element.title = text;
}

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function button(name: string, path: string, act: () => void): HTMLElement {
  const element = make("button", name);
  element.append(drawing(path, "0 0 16 16"));
  element.addEventListener("click", (event) => event.isTrusted && act());
  return element;
}

function drawing(path: string, viewBox: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const OWN_EVENTS = [
  "keydown", "keyup", "keypress", "beforeinput", "input", "click", "dblclick", "auxclick", "contextmenu", "mousedown",
  "mouseup", "mousemove", "mouseover", "mouseout", "pointerdown", "pointerup", "pointermove", "pointerover", "pointerout",
  "pointercancel", "touchstart", "touchmove", "touchend", "wheel", "focusin", "focusout", "copy", "cut", "paste",
  "dragstart", "selectstart",
];

function keepToItself({ host, card, root }: Parts): void {
  for (const kind of OWN_EVENTS) host.addEventListener(kind, (event) => event.stopPropagation());
  // A press in the card leaves the focus, and the caret, where they are.
  card.addEventListener("mousedown", (event) => event.preventDefault());
  card.addEventListener("keydown", (event) => event.key === "Tab" && turnFocus(event, root));
}

/** Keeps the focus going round in the card while it is there. */
function turnFocus(event: KeyboardEvent, root: ShadowRoot): void {
  event.preventDefault();
  const stops = [...root.querySelectorAll<HTMLElement>("button:not([hidden])")];
  const at = stops.indexOf(root.activeElement as HTMLElement);
  const to = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
  stops[to]?.focus({ preventScroll: true });
}

function visibleWindow(): Box {
  const view = visualViewport;
  if (!view) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top } = view;
  return { left, top, right: left + view.width, bottom: top + view.height };
}
