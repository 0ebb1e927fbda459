/**
 * Finds the field that one writes in: a text box, or the outermost host of an editor. Secrets are no fields. Whether a
 * field may be read is the background's answer and does not belong here.
 */
import { isOurs } from "./overlay";

/** A text box whose text the page's own nodes do not show. */
export type Control = HTMLTextAreaElement | HTMLInputElement;

/** What one writes in. */
export type FieldElement = Control | HTMLElement;

const TEXT_TYPES = new Set(["text", "search", "email", "url", "tel"]);
// A password that the page shows for a while was a password first.
const secrets = new WeakSet<Element>();

/** The field that `element` is or stands in, if one may write there and it is no secret. */
export function fieldOf(element: Element | null): FieldElement | null {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    return isWritable(element) && !isMasked(element) ? element : null;
  }
  // In a document that is edited as a whole, the card counts as editable too.
  return element && !isOurs(element) ? editingHost(element) : null;
}

/** Whether one may still write in `element`, which was a field: as much of `fieldOf` as each frame can afford. */
export function isWritable(element: FieldElement): boolean {
  if (!isControl(element)) return element.isContentEditable;
  if (element.type === "password") secrets.add(element);
  return !element.readOnly && !element.disabled && isTextType(element) && !secrets.has(element);
}

/** Whether `element` is a box of text rather than an editor. */
export function isControl(element: FieldElement): element is Control {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

function isTextType(element: Control): boolean {
  return element.localName === "textarea" || TEXT_TYPES.has(element.type);
}

function isMasked(element: Control): boolean {
  const masked = getComputedStyle(element).getPropertyValue("-webkit-text-security");
  const isSecret = element.autocomplete.includes("password") || (masked !== "" && masked !== "none");
  if (isSecret) secrets.add(element);
  return isSecret;
}

function editingHost(element: Element): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (node instanceof HTMLElement && node.isContentEditable) host = node;
  }
  return host === document.documentElement ? document.body : host;
}
