import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Editor, Node, Transforms, createEditor } from "slate";
import { withHistory } from "slate-history";
import { Editable, ReactEditor, Slate, withReact } from "slate-react";

const withMentions = (editor) => {
  const { isInline, isVoid } = editor;
  editor.isInline = (element) => element.type === "mention" || isInline(element);
  editor.isVoid = (element) => element.type === "mention" || isVoid(element);
  return editor;
};

const TAGS = { list: "ul", item: "li" };
const renderElement = ({ attributes, children, element }) =>
  element.type === "mention"
    ? createElement("span", { ...attributes, contentEditable: false }, element.name, children)
    : createElement(TAGS[element.type] ?? "div", attributes, children);

const line = (text) => ({ type: "line", children: [{ text }] });
const item = (text) => ({ type: "item", children: [{ text }] });
const mention = { type: "mention", name: "@Dana Levi", children: [{ text: "" }] };

export const make = (place) => {
  const editor = withMentions(withHistory(withReact(createEditor())));
  const root = createRoot(place);
  const box = createElement(Editable, { renderElement, placeholder: "Say something", "aria-label": "Post" });
  flushSync(() => root.render(createElement(Slate, { editor, initialValue: [line("")] }, box)));
  const write = (nodes) => flushSync(() => {
    Editor.withoutNormalizing(editor, () => {
      Transforms.deselect(editor);
      while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] });
      Transforms.insertNodes(editor, nodes, { at: [0] });
    });
    Transforms.select(editor, Editor.end(editor, []));
  });
  return {
    field: ReactEditor.toDOMNode(editor, editor),
    value: () => editor.children.map((node) => Node.string(node)).join("\n"),
    set: (text) => write(text.split("\n").map(line)),
    entered: () => editor.selection !== null,
    selected: () => Node.string(Editor.node(editor, [])[0]) === Editor.string(editor, editor.selection ?? []),
    destroy: () => root.unmount(),
    rich: () => {
      write([
        { type: "line", children: [{ text: "For " }, mention, { text: " 😀" }] },
        { type: "list", children: [item("one"), item("two")] },
      ]);
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};
