import type Sqlite from "better-sqlite3";
import { openDatabase } from "@/db/client";
import { newId } from "@/lib/ids";
import { openRaw } from "./raw-rows";

const WORKSPACE = "wsp_bench";

/** Belfry's own tables with one workspace, opened by raw better-sqlite3. */
export async function makeRawDatabase(file: string): Promise<Sqlite.Database> {
  const db = await openDatabase(`file:${file}`);
  await db.migrate();
  await db.close();
  const raw = openRaw(file);
  raw.prepare("insert into workspaces (id, name, time_zone, created_at) values (?, 'Bench', 'UTC', 0)").run(WORKSPACE);
  return raw;
}

/** Makes each event's JSON and writes its row; so many batches, each in one synced transaction. Answers events/s. */
export function writeBatches(db: Sqlite.Database, events: readonly { topic: string }[], batches: number): number {
  const insert = db.prepare(
    "insert into events (id, workspace_id, topic, payload, status, due_at, created_at, claims) values (?, ?, ?, ?, 'accepted', ?, ?, 0)",
  );
  const write = db.transaction(() => {
    const now = Date.now();
    for (const event of events) insert.run(newId("evt"), WORKSPACE, event.topic, JSON.stringify(event), now, now);
  });
  const start = performance.now();
  for (let batch = 0; batch < batches; batch++) write.immediate();
  return (events.length * batches) / ((performance.now() - start) / 1000);
}
