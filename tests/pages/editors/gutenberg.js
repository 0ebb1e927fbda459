import { BlockCanvas, BlockEditorProvider, RichText, useBlockProps } from "@wordpress/block-editor";
import "@wordpress/block-editor/build-style/style.css";
import { createBlock, registerBlockType, setDefaultBlockName } from "@wordpress/blocks";
import "@wordpress/components/build-style/style.css";
import { useStateWithHistory } from "@wordpress/compose";
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

// As WordPress registers its paragraph; the rest of its blocks would take a server.
registerBlockType("site/paragraph", {
  apiVersion: 3, title: "Paragraph", category: "text", attributes: { content: { type: "rich-text", source: "rich-text", selector: "p" } },
  edit: ({ attributes, setAttributes }) => {
    const change = (content) => setAttributes({ content });
    return createElement(RichText, { ...useBlockProps(), tagName: "p", identifier: "content", value: attributes.content, onChange: change });
  },
  save: ({ attributes }) => createElement(RichText.Content, { tagName: "p", value: attributes.content }),
});
setDefaultBlockName("site/paragraph");

const blockOf = (content) => createBlock("site/paragraph", { content });
const textOf = ({ attributes }) => String(attributes.content).replaceAll("<br>", "\n");

// Each block is a field of its own: what is written in the first one is what the tests ask for.
export const make = async (place) => {
  let state;
  const Post = () => {
    state = useStateWithHistory([blockOf("")]);
    const { value, setValue, undo } = state;
    const change = (next) => setValue(next, false);
    const provided = { value, onInput: change, onChange: change, settings: { hasFixedToolbar: true } };
    const canvas = createElement(BlockCanvas, { height: "200px" });
    const onKeyDown = (event) => event.ctrlKey && event.key === "z" && undo();
    return createElement("div", { onKeyDown }, createElement(BlockEditorProvider, provided, canvas));
  };
  const root = createRoot(place);
  flushSync(() => root.render(createElement(Post)));
  const page = () => place.querySelector("iframe")?.contentDocument ?? place;
  const block = () => page().querySelector("[contenteditable=true][data-block], [data-block] [contenteditable=true]");
  while (!block()) await new Promise(requestAnimationFrame);
  const set = (content) => flushSync(() => state.setValue([{ ...state.value[0], attributes: { content } }, ...state.value.slice(1)]));
  return {
    get field() {
      return block() ?? place;
    },
    value: () => state.value.map(textOf).join("\n"),
    set,
    destroy: () => root.unmount(),
    rich: () => {
      set("For <strong>@Dana Levi</strong> 😀<br>one");
      return ["For @Dana Levi 😀", "one"];
    },
  };
};
