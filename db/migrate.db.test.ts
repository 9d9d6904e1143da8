import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "./client";
import { DIALECT } from "./dialect";
import { workspaces } from "./schema/directory";
import { freshDatabase } from "./testing/fresh";

let here: Awaited<ReturnType<typeof freshDatabase>>;
const folder = mkdtempSync(path.join(tmpdir(), "belfry-migrate-"));

beforeAll(async () => {
  here = await freshDatabase();
});
afterAll(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

test("F4: migrating again changes nothing and loses nothing", async () => {
  await here.db.migrate();
  await here.db.migrate();
  expect(await here.db.read.select().from(workspaces)).toHaveLength(1);
});

test("F4: six processes that migrate an empty database at once all succeed, and it is whole", {
  timeout: 90_000,
}, async () => {
  const url = await emptyDatabase();
  const exits = await Promise.all(Array.from({ length: 6 }, () => migrateInProcess(url)));
  expect(exits).toEqual(Array(6).fill({ code: 0, said: "" }));
  await isWhole(url);
});

test("F4: a process killed while it migrates leaves what the next one can finish", { timeout: 90_000 }, async () => {
  const url = await emptyDatabase();
  for (const after of [250, 350, 450, 550]) await migrateInProcess(url, after);
  expect(await migrateInProcess(url)).toEqual({ code: 0, said: "" });
  await isWhole(url);
});

async function isWhole(url: string): Promise<void> {
  const db = await openDatabase(url);
  await db.migrate();
  const at = new Date(0);
  await db.transact((tx) =>
    tx.insert(workspaces).values({ id: "wsp_1" as typeof here.workspaceId, name: "1", createdAt: at }),
  );
  expect(await db.read.select().from(workspaces)).toHaveLength(1);
  await db.close();
}

let made = 0;

async function emptyDatabase(): Promise<string> {
  if (DIALECT === "sqlite") return `file:${path.join(folder, `empty-${made++}.db`)}`;
  const url = new URL(process.env.DATABASE_URL ?? "");
  const name = `migrate_${process.pid}_${made++}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** Opens and migrates in a process of its own; killed after so many milliseconds, if it is still at it then. */
async function migrateInProcess(url: string, killAfter?: number): Promise<{ code: number | null; said: string }> {
  const script = `
    const { openDatabase } = await import("./db/client.ts");
    const db = await openDatabase(process.env.DATABASE_URL);
    await db.migrate();
    await db.close();
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  return { code, said };
}
