import tinymce from "tinymce/tinymce";
import "tinymce/icons/default";
import "tinymce/models/dom";
import "tinymce/plugins/lists";
import "tinymce/skins/ui/oxide/skin.css";
import "tinymce/themes/silver";

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export const make = async (place) => {
  const target = document.createElement("textarea");
  place.append(target);
  const [editor] = await tinymce.init({
    target, license_key: "gpl", skin: false, content_css: false, plugins: "lists", menubar: false, toolbar: false, statusbar: false,
    height: 200, promotion: false, branding: false, content_style: "body { margin: 8px; font: 16px/1.5 sans-serif }",
  });
  return {
    field: editor.getBody(),
    value: () => editor.getContent({ format: "text" }),
    set: (text) => editor.setContent(text.split("\n").map((line) => `<p>${escape(line)}</p>`).join("")),
    destroy: () => editor.remove(),
    rich: () => {
      editor.setContent('<p>For <span class="mention" contenteditable="false">@Dana Levi</span> 😀</p><ul><li>one</li><li>two</li></ul>');
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};
