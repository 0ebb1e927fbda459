/** The contestant in Chromium: a page that the bench calls. */
import { Amana } from "./amana";
import { Contest } from "./measure";

declare global {
  interface Window {
    contest: Contest;
  }
}

const input = await (await fetch("cases.json")).json();
window.contest = new Contest(new Amana(new URL("wasm/amana.js", location.href), async (at) => at), input);
