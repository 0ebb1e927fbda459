/**
 * Finds the field that one writes in: a text box, or the outermost host of an editor. Secrets are no fields. Whether a
 * field may be read is the background's answer and does not belong here.
 */
import { focusPath } from "./dom";

/** A text box whose text the page's own nodes do not show. */
export type Control = HTMLTextAreaElement | HTMLInputElement;

/** What one writes in. */
export type FieldElement = Control | HTMLElement;

const TEXT_TYPES = new Set(["text", "search", "email", "url", "tel"]);
// A password that the page shows for a while was a password first.
const secrets = new WeakSet<Element>();

/** Calls `found` with the field that gets the focus, or with `null`; what it returns does so for the one that has it. */
export function watchFocus(found: (field: FieldElement | null) => void, signal: AbortSignal): () => void {
  const heard = new WeakSet<EventTarget>();
  const look = (): void => {
    const { element, roots } = focusPath();
    roots.forEach(listen);
    found(fieldOf(element));
  };
  // Moves of the focus within one shadow root are told to that root only.
  const listen = (target: EventTarget): void => {
    if (heard.has(target)) return;
    heard.add(target);
    target.addEventListener("focusin", (event) => event.isTrusted && look(), { capture: true, signal });
  };
  listen(window);
  return look;
}

/** The field that `element` is or stands in, if one may write there and it is no secret. */
export function fieldOf(element: Element | null): FieldElement | null {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    return isOpenControl(element) ? element : null;
  }
  return element && editingHost(element);
}

/** Whether `element` is a box of text rather than an editor. */
export function isControl(element: FieldElement): element is Control {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

function isOpenControl(element: Control): boolean {
  if (isSecret(element) || element.readOnly || element.disabled) return false;
  return element instanceof HTMLTextAreaElement || TEXT_TYPES.has(element.type);
}

function isSecret(element: Control): boolean {
  const masked = getComputedStyle(element).getPropertyValue("-webkit-text-security");
  if (element.type === "password" || element.autocomplete.includes("password") || (masked && masked !== "none")) {
    secrets.add(element);
  }
  return secrets.has(element);
}

function editingHost(element: Element): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (node instanceof HTMLElement && node.isContentEditable) host = node;
  }
  return host === document.documentElement ? document.body : host;
}
