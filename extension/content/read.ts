/**
 * Reads an editor in one walk: its text, and the text nodes behind it. Boxes of text need no walk; what the text means
 * does not belong here.
 */
import { Lines, type TextMap } from "./lines";

/** Reads what is written in `host`: blocks and `<br>` end lines, what is not shown is not read. */
export function readEditor(host: HTMLElement): TextMap<Text> {
  const lines = new Lines<Text>();
  readChildren(host, getComputedStyle(host), lines);
  return lines.finish();
}

const OBJECTS = new Set([
  "audio", "button", "canvas", "embed", "iframe", "img", "input", "meter", "object", "picture", "progress", "select", "svg",
  "textarea", "video",
]);

function readChildren(parent: Node, style: CSSStyleDeclaration, lines: Lines<Text>): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) readText(node as Text, style, lines);
    else if (node.nodeType === Node.ELEMENT_NODE) readElement(node as Element, lines);
  }
}

function readText(node: Text, style: CSSStyleDeclaration, lines: Lines<Text>): void {
  if (style.visibility === "visible") lines.add(node, node.data, style.whiteSpaceCollapse);
}

function readElement(element: Element, lines: Lines<Text>): void {
  if (element.localName === "br") return lines.break();
  const style = getComputedStyle(element);
  if (style.display === "none" || isPlaceholder(element, style) || isProp(element, style)) return;
  if (OBJECTS.has(element.localName)) return lines.addObject();
  const read = (): void => readChildren(element, style, lines);
  if (/^inline-/.test(style.display)) return lines.within(read);
  const inline = /^(inline|contents|ruby)/.test(style.display);
  if (!inline) lines.boundary();
  read();
  if (!inline) lines.boundary();
}

// Editors write a hint of their own into an empty box; a mention is not editable either, but one can click it.
function isPlaceholder(element: Element, style: CSSStyleDeclaration): boolean {
  return element.getAttribute("contenteditable") === "false" && style.pointerEvents === "none";
}

// Nor does what holds nothing and stands beside the line part it: an editor's means to move or to measure something.
function isProp(element: Element, style: CSSStyleDeclaration): boolean {
  return style.position === "absolute" && !/[^\s\ufeff]/.test(element.textContent);
}
