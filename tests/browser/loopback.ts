/** Serves a folder, or what somebody else answers, over HTTPS on this machine, under whatever name the browser asks for. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Server, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

/** A running server. */
export interface Loopback {
  readonly port: number;
  close(): Promise<void>;
}

// As social sites have it: WebAssembly is refused in such a page, and so are styles.
const STRICT = "default-src 'none'; script-src 'self'";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
};

// What is bundled for a page, from tests/pages/react.
const BUNDLED = ".build/pages";

/** What answers a browser. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves `pages`, a folder or what answers in its place, with more headers if any. */
export async function serve(pages: string | Answer, more: Record<string, string> = {}): Promise<Loopback> {
  const server = createServer(certificate(), typeof pages === "string" ? inFolder(pages, more) : pages);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { port: (server.address() as AddressInfo).port, close: () => stop(server) };
}

/** Answers with the files of `folder`. Under `/strict/` the same files come with a strict content security policy. */
function inFolder(folder: string, more: Record<string, string>): Answer {
  return async (request, response) => {
    const { path, strict } = locate(request.url ?? "/");
    const body = await readFile(join(folder, path)).catch(() => readFile(join(BUNDLED, path))).catch(() => undefined);
    const policy = strict && { "Content-Security-Policy": STRICT };
    const headers = { "Content-Type": TYPES[extname(path)] ?? "text/plain", ...policy, ...more };
    response.writeHead(body ? 200 : 404, headers).end(body);
  };
}

function locate(url: string): { path: string; strict: boolean } {
  const { pathname } = new URL(url, "https://localhost");
  const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const strict = path.startsWith("/strict/");
  return { path: strict ? path.slice("/strict".length) : path, strict };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}

const FOLDER = ".build/loopback";

function certificate(): { key: Buffer; cert: Buffer } {
  const key = join(FOLDER, "key.pem");
  const cert = join(FOLDER, "cert.pem");
  if (!existsSync(cert)) makeCertificate(key, cert);
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

// Made here and trusted by nobody: the browsers that the tests start are told not to mind.
function makeCertificate(key: string, cert: string): void {
  mkdirSync(FOLDER, { recursive: true });
  const elliptic = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const files = ["-nodes", "-keyout", key, "-out", cert, "-days", "3650", "-subj", "/CN=loopback"];
  execFileSync("openssl", ["req", "-x509", ...elliptic, ...files], { stdio: "ignore" });
}
