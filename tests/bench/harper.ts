/** harper.js, a grammar checker for English, made as Amana is: Rust, compiled to WebAssembly. */
import type { LocalLinter } from "harper.js";
import type { Engine, Maker } from "./measure";

/** harper.js as its documentation has it for Node. */
export class Harper implements Maker {
  #linter: LocalLinter | undefined;

  async start(): Promise<void> {
    const { Dialect, LocalLinter } = await import("harper.js");
    const { binary } = await import("harper.js/binary");
    this.#linter = new LocalLinter({ binary, dialect: Dialect.American });
    await this.#linter.setup();
  }

  load(): Engine {
    const check = async (text: string) => (await this.#linter?.lint(text))?.length ?? 0;
    // It remembers what it read of any post, by itself.
    return { check, checkAgain: check, forget: () => {} };
  }
}
