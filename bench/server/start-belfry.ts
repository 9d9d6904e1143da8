import { type ChildProcess, execFile, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "@/lib/boot/free-port";
import { endChild } from "../child";

const READY_WITHIN = 20_000;

export interface Belfry {
  port: number;
  file: string;
  pid: number;
  /** Runs a command of the `belfry` program on the same database; answers its JSON. */
  cli(...args: string[]): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts the built server as it is deployed, with its own settings, on a database in `folder`. Its log goes to a file. */
export async function startBelfry(folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Belfry> {
  const port = await freePort();
  const file = path.join(folder, "belfry.db");
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production" as const, ...settings };
  const own = { ...env, PORT: String(port), DATABASE_URL: `file:${file}` };
  const log = openSync(path.join(folder, "belfry.log"), "a");
  const child = spawn(process.execPath, ["dist/server.js"], { env: own, stdio: ["ignore", log, log] });
  closeSync(log);
  try {
    await ready(child, port);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return {
    port,
    file,
    pid: child.pid!,
    async cli(...args) {
      const { stdout } = await promisify(execFile)(process.execPath, ["dist/belfry.js", ...args, "--json"], {
        env: own,
      });
      return JSON.parse(stdout) as Record<string, string>;
    },
    stop: () => endChild(child),
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN;
  while (child.exitCode === null && performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("The server did not become ready.");
}
