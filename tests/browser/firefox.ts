/** Drives Debian's Firefox ESR with dist/firefox installed. */
import { resolve } from "node:path";
import puppeteer, { type Browser as Puppeteer, type KeyInput, type Page as Tab } from "puppeteer-core";
import type { Browser, Holdings, Page } from "./driver";
import { NEVER_MS, until } from "./driver";
import { type Answer, serve } from "./loopback";

const ID = "amana@amana.example";
// As the browser itself sees it.
const EXTENSION = `WebExtensionPolicy.getByID("${ID}").extension`;
// Firefox draws the origin of an extension at random, unless it was drawn before.
const ORIGIN = "6a3c2f0e-52c1-4d7e-9d0b-0a7f5b0f9c11";

/** How the browser is to be started, where it is not the usual way. */
export interface Options {
  /** What is served as every site: a folder, or what answers. */
  readonly pages?: string | Answer;
}

/** Starts Firefox. */
export async function startFirefox(options: Options = {}): Promise<Firefox> {
  const loopback = await serve(options.pages ?? "tests/pages");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    acceptInsecureCerts: true,
    defaultViewport: { width: 1000, height: 700 },
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: preferences(loopback.port),
  });
  await browser.installExtension(resolve("dist/firefox"));
  return new Firefox(browser, async () => {
    await browser.close();
    await loopback.close();
  });
}

/** What makes the server at `port` every site, and Amana's origin known beforehand. */
export function preferences(port: number): Record<string, string> {
  return {
    "network.dns.forceResolve": "127.0.0.1",
    "network.socket.forcePort": `443=${port};80=${port}`,
    "extensions.webextensions.uuids": JSON.stringify({ [ID]: ORIGIN }),
    "intl.locale.requested": "en-US",
  };
}

/** A running Firefox. */
export class Firefox implements Browser {
  readonly name = "firefox";
  readonly #browser: Puppeteer;
  readonly #bidi: Bidi;
  readonly close: () => Promise<void>;

  constructor(browser: Puppeteer, close: () => Promise<void>) {
    this.#browser = browser;
    this.#bidi = new Bidi(browser);
    this.close = close;
  }

  async open(url: string): Promise<FirefoxPage> {
    const tab = await this.#browser.newPage();
    await tab.goto(url, { timeout: NEVER_MS });
    return new FirefoxPage(tab, this.#bidi);
  }

  async openExtension(path: string): Promise<FirefoxPage> {
    const page = new FirefoxPage(await this.#browser.newPage(), this.#bidi);
    await page.visit(`moz-extension://${ORIGIN}/${path}`);
    return page;
  }

  isInstalled(): Promise<boolean> {
    return this.#bidi.inBrowser(`WebExtensionPolicy.getByID("${ID}")?.extension?.backgroundState === "running"`);
  }

  async stopBackground(): Promise<void> {
    await this.#bidi.inBrowser(`${EXTENSION}.terminateBackground()`);
    await until("the background to stop", () => this.#bidi.inBrowser(`${EXTENSION}.backgroundState === "stopped"`));
  }
}

/** Where Firefox keeps the content script of the page's own frame. */
const SCRIPT_WORLD = `ChromeUtils.importESModule("resource://gre/modules/ExtensionContent.sys.mjs")
  .ExtensionContent.getContextByExtensionId("${ID}", content).cloneScope`;

/** A tab of Firefox. */
export class FirefoxPage implements Page {
  readonly #tab: Tab;
  readonly #bidi: Bidi;
  readonly #context: string;

  constructor(tab: Tab, bidi: Bidi) {
    this.#tab = tab;
    this.#bidi = bidi;
    this.#context = (tab.mainFrame() as unknown as { _id: string })._id;
  }

  /** Goes to a page of an extension, whose loading Firefox does not report. */
  async visit(url: string): Promise<void> {
    await this.#bidi.send("browsingContext.navigate", { context: this.#context, url, wait: "none" });
    await until(url, () => this.#isAt(url).catch(() => false));
  }

  #isAt(url: string): Promise<boolean> {
    return this.evaluate((wanted) => location.href === wanted && document.readyState === "complete", url);
  }

  evaluate<A extends unknown[], R>(act: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.#bidi.evaluate(this.#context, `(${act})(...${JSON.stringify(args)})`);
  }

  async inContentScript<R>(act: () => R): Promise<R> {
    await this.front();
    return this.#bidi.inTab(`JSON.parse(Cu.evalInSandbox(${JSON.stringify(`JSON.stringify((${act})() ?? null)`)}, ${SCRIPT_WORLD}))`);
  }

  async inOverlays<R>(act: (root: ShadowRoot) => R): Promise<R[]> {
    await this.front();
    return this.#bidi.inTab(`(${closedRoots})(content.document).map(${act})`);
  }

  type(text: string): Promise<void> {
    return this.#tab.keyboard.type(text);
  }

  async compose(text: string): Promise<void> {
    await this.front();
    await this.#bidi.inTab(`(${composeIn})(content, globalThis, ${JSON.stringify(text)})`);
  }

  async commit(text: string): Promise<void> {
    await this.front();
    await this.#bidi.inTab(`(${commitIn})(globalThis, ${JSON.stringify(text)})`);
  }

  async count(): Promise<Holdings> {
    await this.front();
    return this.#bidi.inTab(`(${countIn})(content)`);
  }

  async press(keys: string): Promise<void> {
    const [key, ...held] = keys.split("+").reverse() as [KeyInput, ...KeyInput[]];
    for (const one of held.reverse()) await this.#tab.keyboard.down(one);
    await this.#tab.keyboard.press(key);
    for (const one of held.reverse()) await this.#tab.keyboard.up(one);
  }

  move(x: number, y: number): Promise<void> {
    return this.#tab.mouse.move(x, y);
  }

  click(x: number, y: number): Promise<void> {
    return this.#tab.mouse.click(x, y);
  }

  async wheel(x: number, y: number, dy: number): Promise<void> {
    await this.#tab.mouse.move(x, y);
    await this.#tab.mouse.wheel({ deltaY: dy });
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#tab.screenshot());
  }

  front(): Promise<void> {
    return this.#tab.bringToFront();
  }

  close(): Promise<void> {
    return this.#tab.close();
  }
}

/** The closed roots of what hangs beside the content of the page or of a frame: beside `<body>`, or in a dialog. */
function closedRoots(page: Document): ShadowRoot[] {
  const frames = Array.from(page.querySelectorAll("iframe"), (frame) => frame.contentDocument).filter((inner) => inner !== null);
  const hung = [page, ...frames].flatMap((page) => [...page.querySelectorAll("html > *, dialog > *")]) as Hung[];
  return hung.map((element) => element.openOrClosedShadowRoot).filter((root) => root?.mode === "closed") as ShadowRoot[];
}

/** Firefox's own input method for tests. */
interface Processor {
  beginInputTransactionForTests(window: Window): boolean;
  setPendingCompositionString(text: string): void;
  appendClauseToPendingComposition(length: number, kind: number): void;
  setCaretInPendingComposition(at: number): void;
  flushPendingComposition(): void;
  commitCompositionWith(text: string): void;
  readonly ATTR_RAW_CLAUSE: number;
}

/** What outlives a script, since a composition takes more than one. */
interface Kept {
  processor?: Processor;
}

declare const Cc: Record<string, { createInstance(kind: unknown): Processor }>;
declare const Ci: { nsITextInputProcessor: unknown };

function composeIn(window: Window, kept: Kept, text: string): void {
  const kind = Cc["@mozilla.org/text-input-processor;1"];
  const processor = (kept.processor ??= kind?.createInstance(Ci.nsITextInputProcessor) as Processor);
  processor.beginInputTransactionForTests(window);
  processor.setPendingCompositionString(text);
  processor.appendClauseToPendingComposition(text.length, processor.ATTR_RAW_CLAUSE);
  processor.setCaretInPendingComposition(text.length);
  processor.flushPendingComposition();
}

function commitIn(kept: Kept, text: string): void {
  kept.processor?.commitCompositionWith(text);
}

declare const Services: { els: { getListenerInfoFor(target: unknown): { listenerObject: unknown }[] } };
declare const Cu: { getGlobalForObject(thing: unknown): unknown; waiveXrays(thing: unknown): unknown };

function countIn(window: Window): Holdings {
  const infos = Services.els.getListenerInfoFor(window);
  const own = Cu.waiveXrays(window);
  const foreign = infos.filter(({ listenerObject }) => listenerObject && Cu.waiveXrays(Cu.getGlobalForObject(listenerObject)) !== own);
  return { listeners: foreign.length };
}

type Hung = Element & { readonly openOrClosedShadowRoot: ShadowRoot | null };

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** WebDriver BiDi, with what Firefox adds to it: scripts with the browser's own rights. */
class Bidi {
  // Puppeteer keeps its connection to itself.
  readonly #connection: Connection;
  #window: string | undefined;

  constructor(browser: Puppeteer) {
    this.#connection = (browser as unknown as { connection: Connection }).connection;
  }

  async send(method: string, params: object): Promise<unknown> {
    return (await this.#connection.send(method, params)).result;
  }

  /** Evaluates `expression` in a page; what it gives goes through JSON. */
  async evaluate<R>(context: string, expression: string): Promise<R> {
    const wrapped = `(async () => JSON.stringify({ value: await (${expression}) }))()`;
    const outcome = (await this.send("script.evaluate", {
      target: { context },
      expression: wrapped,
      awaitPromise: true,
    })) as { result: { value: string }; exceptionDetails?: { text: string } };
    if (outcome.exceptionDetails) throw new Error(outcome.exceptionDetails.text);
    return JSON.parse(outcome.result.value).value;
  }

  /** Evaluates `expression` in the browser's window. */
  async inBrowser<R>(expression: string): Promise<R> {
    this.#window ??= await this.#findWindow();
    return this.evaluate(this.#window, expression);
  }

  /** Evaluates `expression` in the tab in front, with the browser's rights: it sees into closed shadow roots. */
  async inTab<R>(expression: string): Promise<R> {
    const script = `
      let answer;
      try { answer = { value: ${expression} }; } catch (error) { answer = { error: String(error) }; }
      sendAsyncMessage("amana-test", answer);`;
    const answer = await this.inBrowser<{ value: R; error?: string }>(`new Promise((answer) => {
      const manager = gBrowser.selectedBrowser.messageManager;
      const hear = ({ data }) => { manager.removeMessageListener("amana-test", hear); answer(data); };
      manager.addMessageListener("amana-test", hear);
      manager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(script)}), false);
    })`);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  async #findWindow(): Promise<string> {
    const tree = (await this.send("browsingContext.getTree", { "moz:scope": "chrome" })) as { contexts: { context: string }[] };
    const [window] = tree.contexts;
    if (!window) throw new Error("Firefox has no window");
    return window.context;
  }
}
