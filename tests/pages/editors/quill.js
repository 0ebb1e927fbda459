import Quill from "quill";
import "quill/dist/quill.snow.css";

const Embed = Quill.import("blots/embed");
class Mention extends Embed {
  static blotName = "mention";
  static tagName = "span";
  static className = "mention";
  static create(name) {
    const node = super.create();
    node.textContent = name;
    return node;
  }
}
Quill.register(Mention);

export const make = (place) => {
  const quill = new Quill(place, { theme: "snow", placeholder: "What do you want to talk about?", modules: { toolbar: false, history: { delay: 0 } } });
  return {
    field: quill.root,
    value: () => quill.getText(),
    set: (text) => quill.setText(text),
    destroy: () => place.remove(),
    rich: () => {
      const bullet = { attributes: { list: "bullet" }, insert: "\n" };
      quill.setContents([
        { insert: "For " }, { insert: { mention: "@Dana Levi" } }, { insert: " 😀\none" }, bullet, { insert: "two" }, bullet,
      ]);
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};
