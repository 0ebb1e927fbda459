import { history } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { EditorView, basicSetup } from "codemirror";

export const make = (place) => {
  const extensions = [basicSetup, markdown(), EditorView.lineWrapping, history({ newGroupDelay: 0 })];
  const view = new EditorView({ parent: place, root: place.getRootNode(), extensions });
  const write = (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  return {
    field: view.contentDOM,
    value: () => view.state.doc.toString(),
    set: write,
    destroy: () => view.destroy(),
    rich: () => {
      const lines = ["# For **@Dana** 😀", "", "- one", "- two `code`", "", "> ציטוט"];
      write(lines.join("\n"));
      return lines;
    },
  };
};
