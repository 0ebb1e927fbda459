import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { $createListItemNode, $createListNode, ListItemNode, ListNode, registerList } from "@lexical/list";
import { HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

const paragraph = (...children) => $createParagraphNode().append(...children);
const mention = (name) => $createTextNode(name).setMode("segmented").toggleFormat("bold");
const item = (text) => $createListItemNode().append($createTextNode(text));

export const make = (place) => {
  const field = Object.assign(document.createElement("div"), { className: "plain", contentEditable: "true", role: "textbox" });
  field.setAttribute("aria-placeholder", "What's on your mind?");
  place.append(field);
  const editor = createEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(field);
  const release = [registerRichText(editor), registerHistory(editor, createEmptyHistoryState(), 0), registerList(editor)];
  const write = (act) => editor.update(() => act($getRoot().clear()), { discrete: true });
  write((root) => root.append(paragraph()));
  return {
    field,
    value: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
    set: (text) => write((root) => root.append(...text.split("\n").map((line) => paragraph($createTextNode(line))))),
    destroy: () => {
      for (const end of release) end();
      editor.setRootElement(null);
      field.remove();
    },
    rich: () => {
      write((root) => root.append(
        paragraph($createTextNode("For "), mention("@Dana Levi"), $createTextNode(" 😀")),
        $createListNode("bullet").append(item("one"), item("two")),
      ));
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};
