import { Editor } from "@tiptap/core";
import Mention from "@tiptap/extension-mention";
import StarterKit from "@tiptap/starter-kit";

const paragraph = (...content) => ({ type: "paragraph", content });
const text = (words) => ({ type: "text", text: words });
const item = (words) => ({ type: "listItem", content: [paragraph(text(words))] });

export const make = (place) => {
  const editor = new Editor({ element: place, extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: 1 } }), Mention] });
  const write = (content) => editor.commands.setContent({ type: "doc", content });
  return {
    field: editor.view.dom,
    value: () => editor.getText({ blockSeparator: "\n" }),
    set: (words) => write(words.split("\n").map((line) => (line ? paragraph(text(line)) : paragraph()))),
    destroy: () => editor.destroy(),
    rich: () => {
      const mention = { type: "mention", attrs: { id: "dana", label: "Dana Levi" } };
      write([paragraph(text("For "), mention, text(" 😀")), { type: "bulletList", content: [item("one"), item("two")] }]);
      // It keeps an empty paragraph behind a list.
      return ["For @Dana Levi 😀", "one", "two", ""];
    },
  };
};
