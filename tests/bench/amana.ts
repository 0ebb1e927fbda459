/** Amana: `crates/bench` as WebAssembly, built as what ships is built. */
import type { Input } from "./cases";
import type { Engine, Maker } from "./measure";

/** What wasm-bindgen makes of `crates/bench`. */
interface Glue {
  default(from: { module_or_path: URL | BufferSource }): Promise<{ memory: WebAssembly.Memory }>;
  Bench: new (charter: string) => Bench;
}

interface Bench {
  check(post: string): Uint32Array;
  check_again(post: string): Uint32Array;
  check_name(name: string): Uint32Array;
  forget(): void;
}

/** Amana, from its script and what answers its module. */
export class Amana implements Maker {
  readonly #script: URL;
  readonly #module: (at: URL) => Promise<URL | BufferSource>;
  #glue: Glue | undefined;
  #memory: WebAssembly.Memory | undefined;

  constructor(script: URL, module: (at: URL) => Promise<URL | BufferSource>) {
    this.#script = script;
    this.#module = module;
  }

  async start(): Promise<void> {
    this.#glue = (await import(this.#script.href)) as Glue;
    const module_or_path = await this.#module(new URL("amana_bg.wasm", this.#script));
    this.#memory = (await this.#glue.default({ module_or_path })).memory;
  }

  load({ charters }: Input, names: number): Engine {
    if (!this.#glue) throw new Error("not started");
    const bench = new this.#glue.Bench(charters[names] ?? "");
    return {
      check: (text) => bench.check(text).length,
      checkAgain: (text) => bench.check_again(text).length,
      checkName: (text) => bench.check_name(text).length,
      forget: () => bench.forget(),
    };
  }

  wasmMemory(): number {
    return this.#memory?.buffer.byteLength ?? 0;
  }
}
