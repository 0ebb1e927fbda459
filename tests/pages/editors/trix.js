import Trix from "trix";
import "trix/dist/trix.css";

Trix.config.undo.interval = Number.MAX_SAFE_INTEGER;

const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

export const make = async (place) => {
  const field = Object.assign(document.createElement("trix-editor"), { className: "trix-content" });
  const ready = new Promise((initialized) => field.addEventListener("trix-initialize", initialized, { once: true }));
  place.append(field);
  await ready;
  return {
    field,
    value: () => field.editor.getDocument().toString(),
    set: (text) => field.editor.loadHTML(text.split("\n").map(escape).join("<br>")),
    destroy: () => place.replaceChildren(),
    rich: () => {
      field.editor.loadHTML("For 😀<ul><li>one</li><li>two</li></ul>");
      field.editor.setSelectedRange(4);
      field.editor.insertAttachment(new Trix.Attachment({ content: "<span>@Dana Levi</span>" }));
      return ["For @Dana Levi😀", "one", "two"];
    },
  };
};
