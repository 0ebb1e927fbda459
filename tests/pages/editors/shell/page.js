// Shows one editor from its real library: page.html?quill builds what quill.js makes. More words in the address: `dialog`
// puts it into a modal dialog, `open` and `closed` into a shadow root. `site` is what the tests ask for. An editor's module
// exports `make(place)`, set up so that what one undoes does not hang on the time between the keys. It gives
//   field            what one writes in
//   value()          what is written, as the site's own state has it
//   set(text)        writes by script, in the library's own way; lines are parted by \n
//   destroy()        takes the editor away as the library does it
//   entered(), selected()   if the library learns late of it: whether the caret is in it, and whether all is selected, as it knows
//   rich()           if it holds more than text: writes a list and a mention by script, and gives the lines that one reads
const [name, ...options] = new URLSearchParams(location.search).keys();

const add = (parent, tag, properties = {}) => {
  const element = Object.assign(document.createElement(tag), properties);
  parent.append(element);
  return element;
};

const dress = (root) => {
  for (const sheet of ["page", name]) add(root, "link", { rel: "stylesheet", href: `${sheet}.css` });
};

const rooted = (parent, mode) => {
  const root = add(parent, "div").attachShadow({ mode });
  dress(root);
  return root;
};

const prepare = () => {
  dress(document.head);
  let parent = document.body;
  add(parent, "div", { className: "before" });
  if (options.includes("dialog")) {
    parent = add(parent, "dialog");
    parent.showModal();
  }
  for (const mode of ["open", "closed"]) if (options.includes(mode)) parent = rooted(parent, mode);
  const place = add(parent, "div", { id: "place" });
  add(document.body, "div", { className: "after" });
  return place;
};

const { make } = await import(`./${name}.js`);
const place = prepare();
let editor;

const mount = async () => {
  editor = await make(add(place, "div"));
};

const unmount = () => {
  editor.destroy();
  editor = undefined;
  place.replaceChildren();
};

// Where a thing is in this window's pixels, if it is in a frame too.
const here = ({ left, top, right, bottom }) => {
  const frame = editor.field.ownerDocument.defaultView?.frameElement;
  const at = frame && frame.ownerDocument === document ? frame.getBoundingClientRect() : { left: 0, top: 0 };
  return { left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top };
};

// Names that a library draws anew for each editor.
const RANDOM = /(id|input|toolbar|data-[\w-]*(block|key|editor)|aria-(\w+by|controls|owns))="[^"]*"/g;

// All that an editor's site can see of it: nobody else may change it.
const look = () => {
  const { field } = editor;
  const root = field.getRootNode();
  const selection = (root.getSelection ? root : field.ownerDocument).getSelection();
  return {
    html: field.outerHTML.replace(RANDOM, "$1"),
    value: editor.value(),
    selected: [field.selectionStart, field.selectionEnd, selection.anchorOffset, selection.focusOffset, selection.toString()],
    focused: field.matches(":focus-within"),
    scrolled: [field.scrollTop, place.scrollTop, scrollY],
    beside: [place.children.length, document.body.children.length, document.head.children.length],
  };
};

window.site = {
  look,
  place,
  mount,
  unmount,
  box: () => here(editor.field.getBoundingClientRect()),
  shows: (words) => (editor.field.value ?? editor.field.textContent).includes(words),
  field: () => editor.field,
  value: () => editor.value(),
  entered: () => editor.field.matches(":focus, :focus-within, body") && (editor.entered?.() ?? true),
  selected: () => editor.selected?.() ?? true,
  set: (text) => editor.set(text),
  rich: () => editor.rich(),
};
