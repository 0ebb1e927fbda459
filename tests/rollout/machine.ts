/**
 * A computer whose administrator rolls Amana out: packages on a web server of this machine, the files that `amana policy export`
 * writes in the folders where the browsers read them, and a person's profile that outlives the browser's restarts. It runs where
 * /etc is a copy that goes away (`./build.sh test rollout`).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Browser } from "../browser/driver";
import { until } from "../browser/driver";
import type { Loopback } from "../browser/loopback";
import { serve } from "../browser/loopback";

/** What the administrator decides. */
export interface Decision {
  /** The charter; none: a policy that installs Amana and tells it nothing. */
  readonly charter?: object;
  /** More flags of `amana policy export`. */
  readonly flags?: readonly string[];
  /** A slip of the administrator's hand, in Amana's keys. */
  readonly slip?: (keys: Keys) => void;
}

/** Amana's keys in a policy. */
export type Keys = Record<string, unknown>;

/** What a browser needs to start on this machine. */
export interface Place {
  readonly profile: string;
  /** The port at which this machine is every site. */
  readonly sites: number;
  /** Amana's id in Chromium. */
  readonly id: string;
}

/** How one browser is rolled out to. */
export interface Kind {
  readonly name: string;
  /** The target of `amana policy export`. */
  readonly target: string;
  /** The file that the browser reads. */
  readonly file: string;
  /** Whether a running browser takes a changed policy. */
  readonly isLive: boolean;
  /** The policies in the file's JSON. */
  policies(file: any): any;
  /** Policies that this machine's tests need beside what an administrator copies. */
  readonly more: object;
  start(place: Place): Promise<Browser>;
}

const COMMAND = process.env.AMANA_COMMAND ?? "target/debug/amana";

/** The computer. */
export class Machine {
  readonly #kind: Kind;
  readonly #work: string;
  readonly #packages: Server;
  readonly #sites: Loopback;
  readonly #host: string;
  #browser: Browser | undefined;

  static async with(kind: Kind): Promise<Machine> {
    const work = mkdtempSync(join(tmpdir(), "amana-rollout-"));
    const packages = await servePackages(work);
    return new Machine(kind, work, packages, await serve("tests/pages"));
  }

  constructor(kind: Kind, work: string, packages: Server, sites: Loopback) {
    this.#kind = kind;
    this.#work = work;
    this.#packages = packages;
    this.#sites = sites;
    this.#host = `http://127.0.0.1:${(packages.address() as AddressInfo).port}`;
    const made = ["--host", this.#host, "--key", join(work, "key.pem"), "--out", join(work, "packages")];
    execFileSync("node", ["tasks/package.js", ...made], { stdio: ["ignore", "ignore", "ignore"] });
  }

  /** The browser that runs now. */
  get browser(): Browser {
    if (!this.#browser) throw new Error("no browser was started");
    return this.#browser;
  }

  /** Puts a policy in its place; a browser that reads it at its start only is started anew. */
  async decide(decision: Decision): Promise<void> {
    const { file, isLive } = this.#kind;
    mkdirSync(dirname(file), { recursive: true });
    // In one step: a browser that looks meanwhile sees the old file or the new one.
    writeFileSync(`${file}.new`, this.#policies(decision));
    renameSync(`${file}.new`, file);
    if (!isLive && this.#browser) await this.restart();
  }

  /** Starts the browser; Amana is installed when this returns. */
  async start(): Promise<void> {
    const place = { profile: join(this.#work, "profile"), sites: this.#sites.port, id: this.#id() };
    this.#browser = await this.#kind.start(place);
    await until("Amana to be installed", () => this.browser.isInstalled());
  }

  /** Ends the browser and starts it again, with the same profile. */
  async restart(): Promise<void> {
    await this.browser.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#sites.close();
    this.#packages.closeAllConnections();
    this.#packages.close();
    rmSync(this.#kind.file, { force: true });
    rmSync(this.#work, { recursive: true, force: true });
  }

  #policies({ charter, flags = [], slip }: Decision): string {
    const { target, file, more, policies } = this.#kind;
    const [out, given] = [join(this.#work, "export"), join(this.#work, "charter.json")];
    writeFileSync(given, JSON.stringify(charter ?? { charter: 1, company: { names: ["None"] } }));
    const from = ["--update-url", `${this.#host}/updates.xml`, "--xpi", `file://${this.#xpi()}`];
    const args = ["policy", "export", "--charter", given, "--for", target, "--id", this.#id(), ...from, ...flags, "--out", out];
    execFileSync(COMMAND, args, { stdio: ["ignore", "ignore", "inherit"] });
    const whole = JSON.parse(readFileSync(join(out, basename(file)), "utf8"));
    const all = Object.assign(policies(whole), more);
    const [keys] = Object.values(Object.values(all["3rdparty"])[0] as object) as [Keys];
    if (charter) slip?.(keys);
    else delete all["3rdparty"];
    return JSON.stringify(whole);
  }

  #id(): string {
    const xml = readFileSync(join(this.#work, "packages/updates.xml"), "utf8");
    return /appid="([a-p]{32})"/.exec(xml)?.[1] ?? "";
  }

  #xpi(): string {
    const folder = join(this.#work, "packages");
    return join(folder, readdirSync(folder).find((name) => name.endsWith(".xpi")) ?? "");
  }
}

async function servePackages(work: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.split("/").at(-1) ?? "";
    const body = await readFile(join(work, "packages", name)).catch(() => undefined);
    response.writeHead(body ? 200 : 404).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}
