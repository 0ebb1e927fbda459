// Loads the WebAssembly that fills this page; everything else is in crates/browser.
import init, { doctor } from "../wasm/amana.js";

await init({ module_or_path: new URL("../wasm/amana_bg.wasm", import.meta.url) });
await doctor();
