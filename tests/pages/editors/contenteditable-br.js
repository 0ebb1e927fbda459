import { makePlain } from "./shell/plain.js";

// Chromium makes blocks of new lines unless the page breaks the line itself.
export const make = (place) => {
  const editor = makePlain(place, (text) => [text, document.createElement("br")], "br");
  editor.field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !document.execCommand("insertLineBreak")) return;
    event.preventDefault();
  });
  return editor;
};
