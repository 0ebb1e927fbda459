import { ClassicEditor, Essentials, List, Mention, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export const make = async (place) => {
  const source = document.createElement("div");
  place.append(source);
  const editor = await ClassicEditor.create(source, { licenseKey: "GPL", plugins: [Essentials, List, Mention, Paragraph], toolbar: [] });
  const textIn = (item) => [...item.getChildren()].map((child) => child.data ?? "").join("");
  return {
    field: editor.ui.getEditableElement(),
    value: () => [...editor.model.document.getRoot().getChildren()].map(textIn).join("\n"),
    set: (text) => editor.setData(text.split("\n").map((line) => `<p>${escape(line)}</p>`).join("")),
    destroy: () => void editor.destroy(),
    rich: () => {
      editor.setData('<p>For <span class="mention" data-mention="@Dana">@Dana</span> 😀</p><ul><li>one</li><li>two</li></ul>');
      return ["For @Dana 😀", "one", "two"];
    },
  };
};
