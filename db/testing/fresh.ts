import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";
import { openDatabase } from "../client";
import type { Database } from "../database";
import { DIALECT } from "../dialect";
import { workspaces } from "../schema/directory";

/** A migrated database of this run's dialect with one workspace, for one test file: nobody else writes to it. */
export async function freshDatabase(): Promise<{
  db: Database;
  url: string;
  workspaceId: WorkspaceId;
  close(): Promise<void>;
}> {
  const { url, remove } = DIALECT === "postgres" ? await freshPostgres() : freshFile();
  const db = await openDatabase(url);
  await db.migrate();
  const workspaceId = await addWorkspace(db);
  return {
    db,
    url,
    workspaceId,
    close: async () => {
      await db.close();
      await remove();
    },
  };
}

/** One more workspace, for tests that nothing leaks from one to another. */
export async function addWorkspace(db: Database): Promise<WorkspaceId> {
  const id = newId("wsp") as WorkspaceId;
  await db.transact((tx) => tx.insert(workspaces).values({ id, name: "Test", createdAt: new Date(0) }));
  return id;
}

function freshFile() {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-test-"));
  return { url: `file:${path.join(folder, "test.db")}`, remove: async () => rmSync(folder, { recursive: true }) };
}

async function freshPostgres() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`create database ${name}`);
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(`drop database ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}
