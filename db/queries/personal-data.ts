import { and, eq, getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import * as schema from "../schema/all";

/** What is no answer to a person: it would let whoever reads the file act for them, or says the same again. */
const LEFT_OUT: ReadonlySet<string> = new Set(["passwordHash", "searchText", "config", "workspaceId"]);

/** Tables without a column for the person, and why none of their rows goes into an export (S28). */
export const NOT_OF_A_PERSON: Readonly<Record<string, string>> = {
  workspaces: "the company",
  groups: "the company's; who is in one is in group_members",
  apps: "the company's",
  api_keys: "the company's",
  sections: "the company's",
  topics: "the company's",
  profiles: "the company's",
  profile_groups: "the company's",
  profile_defaults: "the company's",
  default_changes: "the company's",
  events: "what an app posted, about a record; what became of it for the person is in decisions",
  broadcasts: "what was written to many; who took note is in acknowledgements",
  export_parts: "files of many; all go when anybody is erased, and after a week",
  triggers: "the company's; who set one up, by a bare id",
  raisings: "what came of an event, by ids",
  attempts: "how a delivery went, by its id",
  audit_entries: "what admins did, by bare ids",
  suppressions: "an address that must not be written to; a person's own is in users",
  mail_counts: "a counter of a day",
  outbox: "mails that were not sent; their texts are in notifications",
  sign_in_throttles: "a counter of a few minutes, under a hash",
  idempotency_keys: "an app's own",
  rate_windows: "how often a key called",
  merge_members: "who waits in a window for a few minutes, by the window's id",
  gates: "how fast a provider may be called",
  mail_keys: "Belfry's own",
  provider_notes: "which notes of a provider were heard",
};

/** Everything that names the person in a column of its own, table by table, without secrets. */
export async function collectPersonalData(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<Record<string, object[]>> {
  const found: Record<string, object[]> = {};
  for (const { name, table, person, workspace } of personalTables()) {
    const rows = await tx
      .select()
      .from(table)
      .where(and(eq(workspace, workspaceId), eq(person, userId)));
    found[name] = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !LEFT_OUT.has(key))));
  }
  return found;
}

/** The tables that are about one person. */
export function personalTables() {
  return allTables().flatMap((table) => {
    const columns: Record<string, SQLiteColumn> = getTableColumns(table);
    const name = getTableName(table);
    const person = name === "users" ? columns.id : columns.userId;
    const workspace = columns.workspaceId;
    return person && workspace ? [{ name, table, person, workspace }] : [];
  });
}

/** Every table of the schema, so that none is forgotten when one is added. */
export function allTables(): SQLiteTable[] {
  const exported: readonly unknown[] = Object.values(schema);
  return exported.filter((one): one is SQLiteTable => is(one, Table));
}
