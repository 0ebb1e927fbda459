import autosize from "autosize";
import { asControl, newTextarea } from "./shell/control.js";

export const make = (place) => {
  const field = newTextarea(place);
  autosize(field);
  const control = asControl(field);
  return {
    ...control,
    set: (text) => {
      control.set(text);
      autosize.update(field);
    },
    destroy: () => {
      autosize.destroy(field);
      control.destroy();
    },
  };
};
