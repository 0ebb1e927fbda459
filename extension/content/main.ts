/** Starts Amana's hands and eyes in one frame of a page. All it does is wire. */
import { Watch } from "./watch";

// The script may be put into a page twice: by the manifest, and by permission for one site. This world is its own.
const world = globalThis as { amana?: Watch };
if (!world.amana) {
  world.amana = new Watch();
  world.amana.start();
}
