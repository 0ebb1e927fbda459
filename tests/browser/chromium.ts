/** Drives Debian's Chromium with dist/chrome loaded. */
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type BrowserContext, type CDPSession, type Page as Tab, chromium } from "playwright-core";
import type { Browser, Holdings, Page } from "./driver";
import { NEVER_MS, until } from "./driver";
import { type Answer, serve } from "./loopback";

/** How the browser is to be started, where it is not the usual way. */
export interface Options {
  /** What is served as every site: a folder, or what answers. */
  readonly pages?: string | Answer;
  /** With a window that a person can see. */
  readonly headed?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Without the extension. */
  readonly bare?: boolean;
  /** Pixels of a picture to one of the page. */
  readonly scale?: number;
}

const EXTENSION = resolve("dist/chrome");
const LOADED = [`--disable-extensions-except=${EXTENSION}`, `--load-extension=${EXTENSION}`];

/** Starts Chromium. */
export async function startChromium(options: Options = {}): Promise<Chromium> {
  const loopback = await serve(options.pages ?? "tests/pages");
  const profile = await mkdtemp(join(tmpdir(), "amana-chromium-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: !options.headed,
    chromiumSandbox: false,
    ignoreHTTPSErrors: true,
    viewport: { width: options.width ?? 1000, height: options.height ?? 700 },
    deviceScaleFactor: options.scale ?? 1,
    ignoreDefaultArgs: ["--disable-extensions", "--enable-automation"],
    args: [...switches(loopback.port), ...(options.bare ? [] : LOADED)],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("Chromium was gone at once");
  return new Chromium(context, session, await idOf(EXTENSION), async () => {
    await context.close();
    await loopback.close();
    await rm(profile, { recursive: true, force: true });
  });
}

function switches(port: number): string[] {
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
    "--ignore-certificate-errors",
    "--lang=en",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

/** The id that Chromium makes of the manifest's key. */
async function idOf(extension: string): Promise<string> {
  const { key } = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
  const hash = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}

/** A running Chromium. */
export class Chromium implements Browser {
  readonly name = "chromium";
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #id: string;
  readonly close: () => Promise<void>;

  constructor(context: BrowserContext, session: CDPSession, id: string, close: () => Promise<void>) {
    this.#context = context;
    this.#session = session;
    this.#id = id;
    this.close = close;
  }

  async open(url: string): Promise<ChromiumPage> {
    const tab = await this.#context.newPage();
    await tab.goto(url, { timeout: NEVER_MS });
    return new ChromiumPage(tab, await this.#context.newCDPSession(tab));
  }

  openExtension(path: string): Promise<ChromiumPage> {
    return this.open(`chrome-extension://${this.#id}/${path}`);
  }

  /** The ids of all its processes. */
  async processes(): Promise<number[]> {
    const { processInfo } = await this.#session.send("SystemInfo.getProcessInfo");
    return processInfo.map(({ id }) => id);
  }

  async isInstalled(): Promise<boolean> {
    return (await this.#worker()) !== undefined;
  }

  /** Resolves when a person has closed the window. */
  async closed(): Promise<void> {
    await this.#context.waitForEvent("close", { timeout: 0 });
  }

  async stopBackground(): Promise<void> {
    const targetId = await this.#worker();
    if (targetId) await this.#session.send("Target.closeTarget", { targetId });
    await until("the background to stop", async () => (await this.#worker()) === undefined);
  }

  async #worker(): Promise<string | undefined> {
    const { targetInfos } = await this.#session.send("Target.getTargets");
    return targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(this.#id))?.targetId;
  }
}

/** What a reader's system asks of pages. */
export interface Wishes {
  readonly colorScheme?: "dark" | "light";
  readonly forcedColors?: "active" | "none";
  readonly reducedMotion?: "reduce" | "no-preference";
}

/** A tab of Chromium. */
export class ChromiumPage implements Page {
  readonly #tab: Tab;
  readonly #session: CDPSession;

  constructor(tab: Tab, session: CDPSession) {
    this.#tab = tab;
    this.#session = session;
  }

  async evaluate<A extends unknown[], R>(act: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const expression = `(${act})(...${JSON.stringify(args)})`;
    return valueOf(await this.#session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }));
  }

  /** Goes to another page of the same site. */
  async goTo(url: string): Promise<void> {
    await this.#tab.goto(url);
  }

  /** The milliseconds in which this page's main thread ran an extension's script, or what it called, while `act` went on. */
  async profile(act: () => Promise<void>): Promise<number> {
    await this.#session.send("Profiler.enable");
    await this.#session.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
    await this.#session.send("Profiler.start");
    await act();
    const { profile } = await this.#session.send("Profiler.stop");
    return extensionTime(profile);
  }

  async inContentScript<R>(act: () => R): Promise<R> {
    const call = { expression: `(${act})()`, contextId: await this.#world(), returnByValue: true };
    return valueOf(await this.#session.send("Runtime.evaluate", call));
  }

  async inOverlays<R>(act: (root: ShadowRoot) => R): Promise<R[]> {
    const { root } = await this.#session.send("DOM.getDocument", { depth: -1, pierce: true });
    return Promise.all(closedRoots(root).map((id) => this.#inRoot(id, act)));
  }

  async #inRoot<R>(backendNodeId: number, act: (root: ShadowRoot) => R): Promise<R> {
    const { object } = await this.#session.send("DOM.resolveNode", { backendNodeId });
    const functionDeclaration = `function () { return (${act})(this) }`;
    const call = { objectId: object.objectId ?? "", functionDeclaration, returnByValue: true };
    return valueOf(await this.#session.send("Runtime.callFunctionOn", call));
  }

  async type(text: string): Promise<void> {
    // Of a letter that no American keyboard has, Playwright makes no key.
    const keys = Array.from(text, (key) => [
      this.#session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key, unmodifiedText: key }),
      this.#session.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
    ]);
    await Promise.all(keys.flat());
  }

  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.#session.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
  }

  async commit(text: string): Promise<void> {
    await this.#session.send("Input.insertText", { text });
  }

  async count(): Promise<Holdings> {
    const world = await this.#world();
    const listeners = await this.#session.send("DOMDebugger.getEventListeners", { objectId: await this.#objectIn(world, "window") });
    const prototypeObjectId = await this.#objectIn(world, "MutationObserver.prototype");
    // What is asked for is kept alive until it is let go.
    const { objects } = await this.#session.send("Runtime.queryObjects", { prototypeObjectId, objectGroup: "counted" });
    const { result } = await this.#session.send("Runtime.callFunctionOn", {
      objectId: objects.objectId ?? "",
      functionDeclaration: "function () { return this.length }",
    });
    await this.#session.send("Runtime.releaseObjectGroup", { objectGroup: "counted" });
    return { listeners: listeners.listeners.length, observers: result.value };
  }

  /** The world of the content script in the page's main frame. */
  async #world(): Promise<number> {
    const { frameTree } = await this.#session.send("Page.getFrameTree");
    const worlds: number[] = [];
    const note = ({ context }: { context: { id: number; auxData?: { frameId?: string }; origin: string } }): void => {
      const isMain = context.auxData?.frameId === frameTree.frame.id;
      if (isMain && context.origin.startsWith("chrome-extension:")) worlds.push(context.id);
    };
    this.#session.on("Runtime.executionContextCreated", note);
    await this.#session.send("Runtime.enable");
    await this.#session.send("Runtime.disable");
    this.#session.off("Runtime.executionContextCreated", note);
    const [world] = worlds;
    if (world === undefined) throw new Error("there is no content script in the page");
    return world;
  }

  async #objectIn(contextId: number, expression: string): Promise<string> {
    const { result } = await this.#session.send("Runtime.evaluate", { expression, contextId, objectGroup: "counted" });
    return result.objectId ?? "";
  }

  press(keys: string): Promise<void> {
    return this.#tab.keyboard.press(keys);
  }

  move(x: number, y: number): Promise<void> {
    return this.#tab.mouse.move(x, y);
  }

  click(x: number, y: number): Promise<void> {
    return this.#tab.mouse.click(x, y);
  }

  async wheel(x: number, y: number, dy: number): Promise<void> {
    await this.#tab.mouse.move(x, y);
    await this.#tab.mouse.wheel(0, dy);
  }

  screenshot(): Promise<Buffer> {
    return this.#tab.screenshot();
  }

  /** A PNG picture of a part of the window. */
  picture({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): Promise<Buffer> {
    return this.#tab.screenshot({ clip: { x: left, y: top, width: right - left, height: bottom - top } });
  }

  /** Makes the page, and what is in it, as the reader's system asks for. */
  emulate(wishes: Wishes): Promise<void> {
    return this.#tab.emulateMedia(wishes);
  }

  front(): Promise<void> {
    return this.#tab.bringToFront();
  }

  close(): Promise<void> {
    return this.#tab.close();
  }
}

const SAMPLE_US = 100;

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string }; readonly children?: readonly number[] }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

function extensionTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const children = new Map(nodes.map(({ id, children }) => [id, children ?? []]));
  const ours = new Set<number>();
  const take = (id: number): void => {
    ours.add(id);
    children.get(id)?.forEach(take);
  };
  for (const { id, callFrame } of nodes) if (callFrame.url.startsWith("chrome-extension:")) take(id);
  // A sample stands for the time until the next one.
  return samples.reduce((sum, id, at) => sum + (ours.has(id) ? (timeDeltas[at + 1] ?? 0) : 0), 0) / 1_000;
}

interface Outcome {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

function valueOf<R>({ result, exceptionDetails }: Outcome): R {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

interface Node {
  readonly backendNodeId: number;
  readonly localName: string;
  readonly shadowRootType?: string;
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
  readonly contentDocument?: Node;
}

/** The closed roots of what hangs beside the content of the page or of a frame: beside `<body>`, or at the end of a dialog. */
function closedRoots(node: Node): number[] {
  const hung = (node.children ?? []).filter(() => node.localName === "html" || node.localName === "dialog");
  const roots = hung.flatMap(({ shadowRoots = [] }) => shadowRoots.filter((root) => root.shadowRootType === "closed"));
  const within = [...(node.children ?? []), ...(node.shadowRoots ?? []), ...(node.contentDocument ? [node.contentDocument] : [])];
  return [...roots.map((root) => root.backendNodeId), ...within.flatMap(closedRoots)];
}
