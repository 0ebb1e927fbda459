// Builds the fields that the address names, in its order: fields.html?textarea&editor; `long` makes the page scroll.
// `fields`, `built` and `boxOf` are for the tests.
"use strict";

const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

const editor = (properties = {}, page = document) => {
  const host = Object.assign(page.createElement("div"), { contentEditable: "true", ariaLabel: "Write a post", role: "textbox", ...properties });
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

// An editor in a frame without an address, as TinyMCE has it. The frame comes first: what is written into it earlier is
// lost in some browsers.
const inFrame = async (write) => {
  const frame = make("iframe", { width: 700, height: 160 });
  const ready = new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
  document.body.append(frame);
  await ready;
  const field = write(frame.contentDocument);
  frame.contentDocument.body.append(field);
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
  "frame-editor": () => inFrame((page) => editor({}, page)),
  "dialog-textarea": () => inDialog(textarea()),
  "dialog-editor": () => inDialog(editor()),
  "boxed-textarea": () => within("box", textarea()),
  "boxed-editor": () => within("box", editor()),
  name: () => alone(make("input", { type: "text", placeholder: "Display name", name: "display_name" })),
  search: () => alone(make("input", { type: "search", placeholder: "Search posts" })),
  password: () => alone(make("input", { type: "password", placeholder: "Password" })),
};

// A strict policy takes the style sheet away, but not this: there is room to click and to write.
const giveRoom = ({ style }) => Object.assign(style, { width: "640px", minHeight: "24px" });

const fields = {};
const add = async (name) => {
  const { shown, field } = await kinds[name]();
  fields[name] = field;
  giveRoom(field);
  if (!shown.isConnected) document.body.append(shown);
};

const build = async (names) => {
  for (const name of names) {
    if (name === "long") document.body.append(make("div", { className: "long" }));
    else await add(name);
  }
};
const built = build(new URLSearchParams(location.search).keys());

// Where a field is, in this window's pixels, if it is in a frame too.
const boxOf = (name) => {
  const { left, top, right, bottom } = fields[name].getBoundingClientRect();
  const frame = fields[name].ownerDocument.defaultView.frameElement;
  const at = frame ? frame.getBoundingClientRect() : { left: 0, top: 0 };
  return { left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top };
};
Object.assign(window, { fields, built, boxOf });
