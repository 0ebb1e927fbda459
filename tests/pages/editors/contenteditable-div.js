import { block, makePlain } from "./shell/plain.js";

export const make = (place) => makePlain(place, block("div"), "div");
