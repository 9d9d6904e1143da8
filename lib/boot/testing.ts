import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import Sqlite from "better-sqlite3";
import { type Answered, contractOf } from "@/lib/http/openapi/contract";
import { openApiDocument } from "@/lib/http/openapi/document";
import { freePort } from "./free-port";

/** A folder with a database of its own, and what runs on it: the built server and the built command line. */
export async function newInstallation(more: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-process-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: `file:${path.join(folder, "belfry.db")}`,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "warn",
    ...more,
  };
  const running = new Set<ChildProcess>();

  /** Starts the server as it is built in `cwd`, under `wrapper` if there is one, and waits until it says that it is ready. */
  async function start(wrapper: string[] = [], cwd = process.cwd()) {
    const startedAt = performance.now();
    const [command = process.execPath, ...args] = [...wrapper, process.execPath, "dist/server.js"];
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
    const exited = once(child, "exit").then(([code, signal]) => {
      running.delete(child);
      return { code, signal } as { code: number | null; signal: NodeJS.Signals | null };
    });
    while ((await ready()) !== 200) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended early:\n${output.join("")}`);
      await sleep(20);
    }
    const readyAfter = performance.now() - startedAt;
    return { child, output, exited, readyAfter, crowdedOut: waitedForProcessor(child.pid) };
  }

  /** What the ready endpoint says on a connection of its own; null when nobody listens. */
  async function ready(): Promise<number | null> {
    const answer = await send(port, { method: "GET", path: "/api/health/ready" }).catch(() => null);
    return answer?.status ?? null;
  }

  async function cli(...args: string[]): Promise<Record<string, string>> {
    const { stdout } = await promisify(execFile)(process.execPath, ["dist/belfry.js", ...args, "--json"], { env });
    return JSON.parse(stdout);
  }

  return {
    folder,
    port,
    env,
    start,
    ready,
    cli,
    /** The database as another process sees it. */
    open: () => new Sqlite(path.join(folder, "belfry.db")),
    remove: async () => {
      for (const child of running) child.kill("SIGKILL");
      await Promise.all([...running].map((child) => once(child, "exit")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Installation = Awaited<ReturnType<typeof newInstallation>>;

interface Sending {
  method: string;
  path: string;
  key?: string;
  idempotencyKey?: string;
  json?: unknown;
  agent?: Agent;
}

/** One request, answered whole. Rejects with Node's error code when it was not. */
export function send(port: number, { method, path, key, idempotencyKey, json, agent = new Agent() }: Sending) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const headers = {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      ...(json === undefined ? {} : { "content-type": "application/json" }),
    };
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent, timeout: 30_000 }, (response) => {
      let body = "";
      response.on("data", (data) => {
        body += data;
      });
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        holdAgainstDocument({ method, address: path, status, body });
        resolve({ status, body, headers: response.headers });
      });
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.on("timeout", () => sent.destroy(new Error("no answer within 30 s")));
    sent.end(json === undefined ? undefined : JSON.stringify(json));
  });
}

/** C1: what a killed or stopping server answers is what the document declares, too. */
function holdAgainstDocument({ body, ...answer }: Answered & { body: string }): void {
  if (!answer.address.startsWith("/api/v1/")) return;
  const said = undeclared({ ...answer, body: body && JSON.parse(body) });
  // Not a rejection: most who send count those as connections that were cut. Nobody catches this one, so the run fails.
  if (said) {
    queueMicrotask(() => {
      throw new Error(said);
    });
  }
}

const undeclared = contractOf(openApiDocument("http://127.0.0.1"));

/** Milliseconds that a process stood ready while others had the processor, where Linux tells; else 0. */
function waitedForProcessor(pid = 0): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(" ")[1]) / 1e6 : 0;
}
