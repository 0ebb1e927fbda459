import { asControl, newTextarea } from "./shell/control.js";

export const make = (place) => asControl(newTextarea(place));
