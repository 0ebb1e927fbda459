/**
 * The card: what was seen, the clause that it touches, advice. It only shows; its sentences are the background's, and
 * when it opens is decided elsewhere. Nothing that happens in it reaches the page.
 */
import { type Box, placeBeside } from "./boxes";
import type { Finding, Language, Offer } from "./messages";
import { keepToItself, make, makeHost, visibleWindow } from "./overlay";

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
  /** What a finding offers. */
  choose(finding: Finding, offer: Offer): void;
}

/** One card, in the document while it is open. */
export class Card {
  readonly #actions: Actions;
  #parts: Parts | undefined;
  #shown = "";
  #stood = "";
  #about = "";
  #isAbove = false;

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
    this.#parts ??= build(content.language.style, this.#actions);
    const { host, card } = this.#parts;
    if (host.parentNode !== hanger) hanger.append(host);
    if (!card.matches(":popover-open")) card.showPopover();
    const { finding, language, place, of } = content;
    const shown = JSON.stringify([finding, language.labels, language.link, place, of]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#stood = "";
    // What becomes of a finding is told where it stood.
    this.#isAbove &&= finding.id === this.#about;
    this.#about = finding.id;
    const hadFocus = this.hasFocus;
    fill(this.#parts, content, this.#actions);
    if (hadFocus && !this.hasFocus) this.focus();
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
    const place = placeBeside(words, width, height, view, card.dir === "rtl", this.#isAbove);
    this.#isAbove = place.top < words.top;
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
  readonly offers: HTMLElement;
  readonly name: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly count: HTMLElement;
  readonly close: HTMLElement;
  readonly previous: HTMLElement;
  readonly next: HTMLElement;
}

const SIGNS = { done: "M5 4l3 3 6-6", warn: "M1 5q2-5 4 0t4 0 4 0 4 0", notice: "M2 4h0M6.7 4h0M11.4 4h0M16 4h0" };
const CROSS = "M4 4l8 8M12 4l-8 8";
const BACK = "M10 3 5 8l5 5";
const FORTH = "M6 3l5 5-5 5";

function build(style: string, actions: Actions): Parts {
  const { host, root } = makeHost(style);
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
    offers: make("div", "offers"),
    name: make("span", "name"),
    link: make("a", "link"),
    count: make("span", "count"),
    close: button("closes", drawing(CROSS), actions.close),
    previous: button("turns", drawing(BACK), () => actions.step(-1)),
    next: button("turns", drawing(FORTH), () => actions.step(1)),
  };
  assemble(parts);
  keepToItself(host);
  parts.card.addEventListener("keydown", (event) => event.key === "Tab" && turnFocus(event, root));
  return parts;
}

function assemble({ root, card, sign, title, saw, clause, advice, contact, offers, name, link, count, close, previous, next }: Parts): void {
  const head = make("div", "head");
  const foot = make("div", "foot");
  head.append(sign, title, close);
  foot.append(name, link, make("span", "gap"), previous, count, next);
  card.append(head, saw, clause, advice, contact, offers, foot);
  card.setAttribute("role", "dialog");
  card.popover = "manual";
  card.tabIndex = -1;
  sign.classList.add("sign");
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  clause.dir = "auto";
  root.append(card);
}

function fill(parts: Parts, { finding, language, place, of }: Content, actions: Actions): void {
  const { labels, locale, dir } = language;
  const { card, sign } = parts;
  card.dir = dir;
  card.lang = locale;
  card.ariaLabel = `${labels.name}: ${finding.title}`;
  card.className = `card ${finding.level}`;
  sign.firstElementChild?.setAttribute("d", SIGNS[finding.level]);
  write(parts.title, finding.title);
  write(parts.saw, finding.saw);
  write(parts.clause, finding.clause);
  write(parts.advice, finding.advice);
  write(parts.contact, finding.contact);
  parts.offers.replaceChildren(
    ...finding.offers.map((offer) => button("offer", offer.label, () => actions.choose(finding, offer))),
  );
  write(parts.name, labels.name);
  write(parts.link, language.link && labels.link);
  parts.link.href = language.link;
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

function button(name: string, content: Node | string, act: () => void): HTMLElement {
  const element = make("button", name);
  element.append(content);
  element.addEventListener("click", (event) => event.isTrusted && act());
  return element;
}

function drawing(path: string, viewBox = "0 0 16 16"): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** Keeps the focus going round in the card while it is there. */
function turnFocus(event: KeyboardEvent, root: ShadowRoot): void {
  event.preventDefault();
  const stops = [...root.querySelectorAll<HTMLElement>("a:not([hidden]),button:not([hidden])")];
  const at = stops.indexOf(root.activeElement as HTMLElement);
  const to = event.shiftKey ? (at <= 0 ? stops.length : at) - 1 : (at + 1) % stops.length;
  stops[to]?.focus({ preventScroll: true });
}
