import { CompositeDecorator, ContentState, Editor, EditorState, convertFromRaw } from "draft-js";
import "draft-js/dist/Draft.css";
import { createElement, createRef } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

const findMentions = (block, found, content) =>
  block.findEntityRanges((character) => {
    const key = character.getEntity();
    return key !== null && content.getEntity(key).getType() === "mention";
  }, found);
const Mention = ({ children }) => createElement("b", null, children);
const decorator = new CompositeDecorator([{ strategy: findMentions, component: Mention }]);

const block = (text, type = "unstyled", entityRanges = []) => ({ text, type, entityRanges, inlineStyleRanges: [], depth: 0, data: {} });
const RICH = {
  blocks: [
    block("For @Dana Levi 😀", "unstyled", [{ offset: 4, length: 10, key: 0 }]),
    block("one", "unordered-list-item"),
    block("two", "unordered-list-item"),
  ],
  entityMap: { 0: { type: "mention", mutability: "IMMUTABLE", data: {} } },
};

export const make = (place) => {
  let state = EditorState.createEmpty(decorator);
  const editor = createRef();
  const root = createRoot(place);
  const show = (next) => {
    state = next;
    flushSync(() => root.render(createElement(Editor, { editorState: state, onChange: show, ref: editor, ariaLabel: "Post text" })));
  };
  show(state);
  const write = (content) => show(EditorState.push(state, content, "insert-fragment"));
  return {
    field: place.querySelector("[contenteditable]"),
    value: () => state.getCurrentContent().getPlainText(),
    set: (text) => write(ContentState.createFromText(text)),
    destroy: () => root.unmount(),
    rich: () => {
      write(convertFromRaw(RICH));
      return RICH.blocks.map(({ text }) => text);
    },
  };
};
