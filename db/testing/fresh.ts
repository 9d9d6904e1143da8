import { randomUUID } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
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
  migrated ??= migrate(DIALECT === "postgres" ? await newPostgres() : newFile());
  const { url, remove } = DIALECT === "postgres" ? await newPostgres(await migrated) : newFile(await migrated);
  const db = await openDatabase(url);
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

/** Where the one is that all others of this process are copies of: to migrate each would take most of the time. */
let migrated: Promise<string> | undefined;

async function migrate({ url }: { url: string }): Promise<string> {
  const db = await openDatabase(url);
  await db.migrate();
  await db.close();
  return url;
}

function newFile(copied?: string) {
  const folder = mkdtempSync(path.join(path.dirname(fileOf(process.env.DATABASE_URL ?? "")), "fresh-"));
  const url = `file:${path.join(folder, "test.db")}`;
  if (copied) copyFileSync(fileOf(copied), fileOf(url));
  return { url, remove: async () => rmSync(folder, { recursive: true }) };
}

function fileOf(url: string): string {
  return url.replace("file:", "");
}

async function newPostgres(copied = "") {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const template = copied && ` template ${new URL(copied).pathname.slice(1)}`;
  await administer(`create database ${name}${template}`);
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
