// What a bare contenteditable is to the tests. `line` makes the nodes of one line.
export const makePlain = (place, line, separator) => {
  const field = document.createElement("div");
  Object.assign(field, { className: "plain", contentEditable: "true", role: "textbox", ariaMultiLine: "true", ariaLabel: "Post" });
  document.execCommand("defaultParagraphSeparator", false, separator);
  place.append(field);
  return {
    field,
    value: () => field.innerText,
    set: (text) => field.replaceChildren(...(text ? text.split("\n").flatMap(line) : [])),
    destroy: () => field.remove(),
    rich: () => {
      field.innerHTML = 'For <b contenteditable="false">@Dana Levi</b> 😀<ul><li>one</li><li>two</li></ul>';
      return ["For @Dana Levi 😀", "one", "two"];
    },
  };
};

export const block = (tag) => (text) => {
  const element = document.createElement(tag);
  element.append(text || document.createElement("br"));
  return [element];
};
