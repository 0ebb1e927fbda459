/**
 * A real WordPress, of Debian's packages: its own database without a network, its own PHP server on loopback, all in a
 * temporary folder. No service of the machine is touched. What the tests ask of it does not belong here.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse, request as askServer } from "node:http";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { until } from "../browser/driver";

/** A site that Amana is made for. */
export const HOST = "myblog.wordpress.com";
export const SITE = `https://${HOST}`;

/** Whose site it is. */
export const OWNER = { name: "dana", password: "correct horse battery" } as const;

// What `./build.sh test sites` unpacks, with wordpress/wp-config.php in its place.
const FILES = resolve(".build/wordpress/usr/share/wordpress");

const run = promisify(execFile);

/** A running WordPress. */
export class Wordpress {
  readonly #folder: string;
  readonly #processes: ChildProcess[] = [];
  #port = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts it, newly set up. */
  static async start(): Promise<Wordpress> {
    const wordpress = new Wordpress(await mkdtemp(join(tmpdir(), "amana-wordpress-")));
    try {
      await wordpress.#startDatabase();
      await wordpress.#setUp();
      await wordpress.#startServer();
      return wordpress;
    } catch (error) {
      await wordpress.stop();
      throw error;
    }
  }

  /** Ends it and takes away all that it wrote. */
  async stop(): Promise<void> {
    await Promise.all(this.#processes.map(end));
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Answers a browser, for this site alone. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = "GET", url: path = "/", headers } = request;
    if (headers.host !== HOST) return void response.writeHead(404).end();
    const inner = askServer({ host: "127.0.0.1", port: this.#port, method, path, headers }, (answer) => {
      // PHP's server closes each connection; the browser's to this one stays open.
      const { connection: _, ...headers } = answer.headers;
      const kept = path.includes("ver=") ? { "cache-control": "max-age=3600" } : {};
      response.writeHead(answer.statusCode ?? 500, { ...headers, ...kept });
      answer.pipe(response);
    });
    inner.on("error", () => response.destroy());
    request.pipe(inner);
  }

  /** What a PHP expression gives inside WordPress. */
  async ask<T>(expression: string): Promise<T> {
    return JSON.parse(await this.#php(`require 'wp-load.php'; echo json_encode( ${expression} );`));
  }

  async #startDatabase(): Promise<void> {
    const data = join(this.#folder, "data");
    const first = join(this.#folder, "first.sql");
    const options = ["--no-defaults", `--datadir=${data}`, `--user=${userInfo().username}`];
    const made = [...options, "--auth-root-authentication-method=normal", "--skip-test-db"];
    await run("mariadb-install-db", made, { env: this.#environment });
    await writeFile(first, "CREATE DATABASE wordpress;\n");
    const own = [`--socket=${this.#socket}`, `--pid-file=${this.#folder}/pid`, `--init-file=${first}`];
    const server = this.#spawn("mariadbd", [...options, ...own, "--skip-networking"]);
    await until("MariaDB", () => isRunning(server) && hears(this.#socket));
  }

  async #setUp(): Promise<void> {
    await this.#php(`
      define( 'WP_INSTALLING', true );
      require 'wp-load.php';
      require 'wp-admin/includes/upgrade.php';
      wp_install( 'A blog', '${OWNER.name}', 'dana@example.com', true, '', '${OWNER.password}' );
      update_option( 'permalink_structure', '/%year%/%monthnum%/%postname%/' );
      update_option( 'upload_path', '${this.#folder}/uploads' );
      update_option( 'show_avatars', 0 );
      $greeted = array( 'welcomeGuide' => false );
      update_user_meta( 1, 'wp_persisted_preferences', array( 'core/edit-post' => $greeted, 'core' => $greeted ) );`);
  }

  async #startServer(): Promise<void> {
    const server = this.#spawn("php", [...this.#settings, "-S", "127.0.0.1:0", "-t", FILES]);
    let said = "";
    server.stderr?.on("data", (text) => (said = (said + text).slice(0, 1000)));
    // It is told no port, takes a free one, and says which.
    const port = await until("PHP's server", async () => isRunning(server) && /127\.0\.0\.1:(\d+)\) started/.exec(said)?.[1]);
    this.#port = Number(port);
  }

  get #socket(): string {
    return join(this.#folder, "socket");
  }

  get #settings(): string[] {
    return ["-d", `sys_temp_dir=${this.#folder}`, "-d", "sendmail_path=/bin/true"];
  }

  get #environment(): NodeJS.ProcessEnv {
    // Only root has Debian's servers in the path.
    const path = `${process.env.PATH}:/usr/sbin`;
    return { ...process.env, PATH: path, AMANA_DATABASE: this.#socket, AMANA_SITE: SITE };
  }

  async #php(code: string): Promise<string> {
    const { stdout } = await run("php", [...this.#settings, "-r", code], { cwd: FILES, env: this.#environment });
    return stdout;
  }

  #spawn(command: string, options: string[]): ChildProcess {
    // It ends with the tests, even where they break off.
    const bound = ["--pdeathsig", "TERM", command, ...options];
    const child = spawn("setpriv", bound, { env: this.#environment, stdio: ["ignore", "ignore", "pipe"] });
    this.#processes.push(child);
    return child;
  }
}

/** Fails where it ended: it will not start again. */
function isRunning({ exitCode, spawnargs }: ChildProcess): true {
  if (exitCode !== null) throw new Error(`${spawnargs.join(" ")} ended with ${exitCode}`);
  return true;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((ended) => child.once("exit", ended));
  child.kill();
  await ended;
}

function hears(path: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ path });
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
    socket.once("connect", () => socket.destroy());
  });
}
