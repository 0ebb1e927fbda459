/** What the content script asks of the fields of a page, counted in its own world: what a page puts on its objects is not seen there. */
import type { Page } from "./driver";

/** Makes every way to what is written note the id of the field that it was asked of, from now on. */
export function countReads(page: Page): Promise<void> {
  return page.inContentScript(() => {
    const reads = new Set<string>();
    Object.assign(globalThis, { reads });
    const note = (node: Node): void => {
      const element = node instanceof Element ? node : node.parentElement;
      const field = element?.closest("input, textarea, [contenteditable]");
      if (field) reads.add(field.id);
    };
    const watch = (prototype: object, key: string): void => {
      const { get, set } = Object.getOwnPropertyDescriptor(prototype, key) ?? {};
      const noting = function (this: Node): unknown {
        note(this);
        return get?.call(this);
      };
      Object.defineProperty(prototype, key, { configurable: true, get: noting, ...(set && { set }) });
    };
    for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
      for (const key of ["value", "defaultValue", "textLength", "selectionStart", "selectionEnd"]) {
        if (key in kind.prototype && Object.hasOwn(kind.prototype, key)) watch(kind.prototype, key);
      }
    }
    watch(CharacterData.prototype, "data");
    watch(Node.prototype, "nodeValue");
    watch(Node.prototype, "textContent");
    watch(HTMLElement.prototype, "innerText");
    watch(Element.prototype, "innerHTML");
  });
}

/** The ids of the fields whose content the content script has asked for since then, or since it was asked last. */
export function takeReads(page: Page): Promise<string[]> {
  return page.inContentScript(() => {
    const { reads } = globalThis as unknown as { reads: Set<string> };
    const taken = [...reads];
    reads.clear();
    return taken;
  });
}
