import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "../lib/boot/free-port";

/** A real Belfry: its own process, port and database. */
export interface Server {
  url: string;
  /** Its database, for programs of the tests that look inside. */
  databaseUrl: string;
  /** Everything that it wrote so far: its log lines and what it tells who starts it. */
  output(): Promise<string>;
  /** The one line of JSON of a command (api.md, section 1), run on this server's database. */
  cli<T>(...args: string[]): Promise<T>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the built server on a free port of the loopback address, with an empty database and what else `settings` say;
 * answers when it is ready.
 */
export async function startServer(settings: Record<string, string> = {}): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), "belfry-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production" as const,
    HOST: "127.0.0.1",
    PORT: String(port),
    AUTH_URL: url,
    DATABASE_URL: `file:${path.join(folder, "belfry.db")}`,
    LOG_LEVEL: "warn",
    // Most tests tell somebody of an assignment and look at once.
    MERGE_WINDOW_SECONDS: "0",
    ...settings,
  };
  const file = path.join(folder, "output");
  const child = spawn(process.execPath, ["dist/server.js"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const written = createWriteStream(file);
  child.stdout.pipe(written, { end: false });
  child.stderr.pipe(written, { end: false });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const output = () => readFile(file, "utf8");
  await untilReady(url, child, output);

  return {
    url,
    databaseUrl: env.DATABASE_URL,
    output,
    async cli(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, ["dist/belfry.js", ...args, "--json"], { env });
      return JSON.parse(stdout);
    },
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      await rm(folder, { recursive: true });
      return code;
    },
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => Promise<string>): Promise<void> {
  const late = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > late) {
      child.kill("SIGKILL");
      throw new Error(`The server did not become ready:\n${await output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
