// Notes whatever a page can notice of someone else in it, from `watch` on until a node comes beside its body. It is the first
// script of its page: what it puts in the place of the browser's own functions is there before anyone could keep those.
"use strict";

const seen = [];
let isWatching = false;
const note = (what) => isWatching && seen.push(what);

const wrap = (object, key) => {
  const { get, set, value, ...rest } = Object.getOwnPropertyDescriptor(object, key);
  const noting = (act) =>
    act &&
    function (...args) {
      note(`${key} was called`);
      return act.apply(this, args);
    };
  Object.defineProperty(object, key, value ? { ...rest, value: noting(value) } : { ...rest, get: noting(get), set: noting(set) });
};

const WRAPPED = [
  [EventTarget.prototype, ["addEventListener", "dispatchEvent"]],
  [Node.prototype, ["appendChild", "insertBefore", "textContent", "nodeValue", "getRootNode"]],
  [Element.prototype, ["append", "attachShadow", "setAttribute", "getBoundingClientRect", "getClientRects", "matches"]],
  [Document.prototype, ["createElement", "createRange", "querySelector", "querySelectorAll", "activeElement"]],
  [HTMLTextAreaElement.prototype, ["value", "selectionStart"]],
  [HTMLInputElement.prototype, ["value", "type"]],
  [CharacterData.prototype, ["data"]],
  [MutationObserver.prototype, ["observe"]],
  [ResizeObserver.prototype, ["observe"]],
  [CSSStyleSheet.prototype, ["replaceSync"]],
  [Object.getPrototypeOf(CSS.highlights), ["set", "delete"]],
  [window, ["getComputedStyle", "requestAnimationFrame", "postMessage"]],
];
for (const [object, keys] of WRAPPED) for (const key of keys) wrap(object, key);

// Every property of what scripts share, by identity: one that is replaced, added or taken away tells.
const shared = () => {
  const kinds = [Object, Array, Node, Element, HTMLElement, Document, EventTarget, Event, Range, Highlight, ShadowRoot];
  const objects = [window, document, navigator, CSS, ...kinds.map(({ prototype }) => prototype), ...WRAPPED.map(([object]) => object)];
  return objects.map((object) => Object.getOwnPropertyDescriptors(object));
};

const differs = (before, now) => {
  const keys = new Set([...Reflect.ownKeys(before), ...Reflect.ownKeys(now)]);
  return [...keys].filter((key) => ["value", "get", "set"].some((part) => !Object.is(before[key]?.[part], now[key]?.[part])));
};

// What does not stay the same by itself while one writes.
const CHANGES = new Set(["event"]);

const noteMutation = ({ type, target, attributeName, addedNodes }) => {
  const element = target instanceof Element ? target : target.parentElement;
  if (element?.closest("[contenteditable]") && type !== "attributes") return;
  note([type, target.nodeName, attributeName, ...Array.from(addedNodes, ({ nodeName }) => nodeName)].filter(Boolean).join(" "));
  if (target === document.documentElement) isWatching = false;
};

// Begins to watch; `learned` tells what was noticed, and what else is not as it was.
const watch = () => {
  const [before, sheets] = [shared(), document.styleSheets.length];
  const events = Object.keys(window).concat(Object.keys(HTMLElement.prototype)).filter((key) => key.startsWith("on"));
  for (const key of new Set([...events, "onDOMContentLoaded", "onfocusin", "onfocusout", "oncompositionstart"])) {
    addEventListener(key.slice(2), ({ type, isTrusted }) => isTrusted || note(`a forged ${type}`), true);
  }
  addEventListener("message", () => note("a message"), true);
  new MutationObserver((records) => records.forEach(noteMutation)).observe(document, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  });
  window.learned = () => {
    isWatching = false;
    const kept = shared();
    const extras = before.flatMap((properties, index) => differs(properties, kept[index]).map(String));
    return {
      seen: [...seen],
      changed: extras.filter((key) => !CHANGES.has(key) && key !== "learned"),
      sheets: document.styleSheets.length - sheets + document.adoptedStyleSheets.length,
      highlights: [...CSS.highlights.keys()],
      resources: performance.getEntries().map(({ name }) => name).filter((name) => !name.startsWith(location.origin) && /:\/\//.test(name)),
    };
  };
  isWatching = true;
};
Object.assign(window, { watch });
