/**
 * Amana's own nodes, and where they hang: beside the page's content, never in an editor, and within what lies on top of the page
 * when the field does. What they show does not belong here.
 */
import type { Box } from "./boxes";
import { drawnAncestors, makeSheet } from "./dom";

/** The node that what belongs to `field` hangs in: all else would be inert or covered. */
export function hangerFor(field: Element): Element {
  for (const ancestor of drawnAncestors(field)) if (ancestor.matches(ON_TOP)) return ancestor;
  return document.documentElement;
}

const ON_TOP = "dialog:modal, :popover-open, :fullscreen";

/** The width of a host in its own pixels: its width in the window's pixels tells how it is scaled. */
export const HOST_WIDTH = 100;

/** A node without height at the start of its hanger, and its closed shadow root, styled by `css`. */
export function makeHost(css = ""): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  ours.add(root);
  root.adoptedStyleSheets = [makeSheet(HOST_STYLE + css)];
  return { host, root };
}

/** Makes an element of the class `name`. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/** Keeps what happens in `host` from the page, and leaves the focus, and the caret, where a press finds them. */
export function keepToItself(host: HTMLElement): void {
  for (const kind of OWN_EVENTS) host.addEventListener(kind, (event) => event.stopPropagation());
  host.addEventListener("mousedown", (event) => event.preventDefault());
}

const OWN_EVENTS = [
  "keydown", "keyup", "keypress", "beforeinput", "input", "click", "dblclick", "auxclick", "contextmenu", "mousedown",
  "mouseup", "mousemove", "mouseover", "mouseout", "pointerdown", "pointerup", "pointermove", "pointerover", "pointerout",
  "pointercancel", "touchstart", "touchmove", "touchend", "wheel", "focusin", "focusout", "copy", "cut", "paste",
  "dragstart", "selectstart",
];

/** The part of the window that can be seen. */
export function visibleWindow(): Box {
  const view = visualViewport;
  if (!view) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top } = view;
  return { left, top, right: left + view.width, bottom: top + view.height };
}

/** Whether `node` is one of Amana's own. */
export function isOurs(node: Node): boolean {
  return ours.has(node.getRootNode());
}

const ours = new WeakSet<Node>();

// The page's own rules must not reach the host; what is important in a shadow root wins over them.
const HOST_STYLE = `
:host {
  all: initial !important; display: block !important; position: absolute !important; top: 0 !important; left: 0 !important;
  width: ${HOST_WIDTH}px !important; height: 0 !important; direction: ltr !important; unicode-bidi: isolate !important;
  pointer-events: none !important;
}`;
