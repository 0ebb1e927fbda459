// Builds the fields that the address names: fields.html?textarea&editor. `fields` and `boxOf` are for the tests.
"use strict";

const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

const editor = (properties = {}) => {
  const host = make("div", { contentEditable: "true", ariaLabel: "Write a post", role: "textbox", ...properties });
  host.setAttribute("aria-multiline", "true");
  return host;
};

const textarea = (properties = {}) => make("textarea", { placeholder: "Write a post", ...properties });

const inClosedRoot = (field) => {
  const host = make("div");
  const root = host.attachShadow({ mode: "closed" });
  root.append(field);
  return { shown: host, field };
};

const alone = (field) => ({ shown: field, field });

const within = (className, field) => {
  const box = make("div", { className });
  box.append(field);
  return { shown: box, field };
};

// An editor in a frame without an address, as TinyMCE has it. It is written into the frame once that stands.
const inFrame = (field) => {
  const frame = make("iframe");
  frame.addEventListener("load", () => frame.contentDocument.body.append(field), { once: true });
  return { shown: frame, field };
};

const inDialog = (field) => {
  const dialog = make("dialog");
  dialog.append(field);
  document.body.append(dialog);
  dialog.showModal();
  return { shown: dialog, field };
};

const kinds = {
  textarea: () => alone(textarea()),
  input: () => alone(make("input", { type: "text", placeholder: "Add a comment" })),
  editor: () => alone(editor()),
  "closed-textarea": () => inClosedRoot(textarea()),
  "closed-editor": () => inClosedRoot(editor()),
  "rtl-textarea": () => alone(textarea({ dir: "rtl" })),
  "rtl-input": () => alone(make("input", { type: "text", placeholder: "תגובה", dir: "rtl" })),
  "rtl-editor": () => alone(editor({ dir: "rtl" })),
  "auto-textarea": () => alone(textarea({ dir: "auto" })),
  "auto-editor": () => alone(editor({ dir: "auto" })),
  "frame-editor": () => inFrame(editor()),
  "dialog-textarea": () => inDialog(textarea()),
  "dialog-editor": () => inDialog(editor()),
  "boxed-textarea": () => within("box", textarea()),
  "boxed-editor": () => within("box", editor()),
  name: () => alone(make("input", { type: "text", placeholder: "Display name", name: "display_name" })),
  search: () => alone(make("input", { type: "search", placeholder: "Search posts" })),
  password: () => alone(make("input", { type: "password", placeholder: "Password" })),
};

const fields = {};
for (const name of new URLSearchParams(location.search).keys()) {
  if (name === "long") continue;
  const { shown, field } = kinds[name]();
  fields[name] = field;
  if (!shown.isConnected) document.body.append(shown);
}
if (new URLSearchParams(location.search).has("long")) document.body.append(make("div", { className: "long" }));

// Where a field is, in this window's pixels, if it is in a frame too.
const boxOf = (name) => {
  const { left, top, right, bottom } = fields[name].getBoundingClientRect();
  const frame = fields[name].ownerDocument.defaultView.frameElement;
  const at = frame ? frame.getBoundingClientRect() : { left: 0, top: 0 };
  return { left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top };
};
Object.assign(window, { fields, boxOf });
