import { exampleSetup } from "prosemirror-example-setup";
import "prosemirror-example-setup/style/style.css";
import { history } from "prosemirror-history";
import { Schema } from "prosemirror-model";
import { schema as basic } from "prosemirror-schema-basic";
import { addListNodes } from "prosemirror-schema-list";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import "prosemirror-view/style/prosemirror.css";

const mention = {
  group: "inline", inline: true, atom: true, attrs: { name: {} },
  toDOM: ({ attrs }) => ["span", { class: "mention" }, attrs.name],
  leafText: ({ attrs }) => attrs.name,
};
const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, "paragraph block*", "block").addToEnd("mention", mention),
  marks: basic.spec.marks,
});

const text = (words) => ({ type: "text", text: words });
const paragraph = (...content) => ({ type: "paragraph", content });
const item = (words) => ({ type: "list_item", content: [paragraph(text(words))] });

export const make = (place) => {
  const plugins = [...exampleSetup({ schema, menuBar: false, history: false }), history({ newGroupDelay: 1 })];
  const view = new EditorView(place, { state: EditorState.create({ schema, plugins }) });
  const write = (content) => {
    const { tr, doc } = view.state;
    view.dispatch(tr.replaceWith(0, doc.content.size, content.map((node) => schema.nodeFromJSON(node))));
  };
  return {
    field: view.dom,
    value: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n"),
    set: (words) => write(words.split("\n").map((line) => (line ? paragraph(text(line)) : paragraph()))),
    destroy: () => view.destroy(),
    rich: () => {
      const named = paragraph(text("For "), { type: "mention", attrs: { name: "@Dana Levi" } }, text(" 😀"));
      write([named, { type: "bullet_list", content: [item("one"), item("two")] }]);
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};
