import { asControl } from "./shell/control.js";

export const make = (place) => {
  const field = Object.assign(document.createElement("input"), { type: "text", placeholder: "Add a comment" });
  place.append(field);
  return asControl(field);
};
