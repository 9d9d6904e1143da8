import type { Database, Tx } from "@/db/database";
import { saveCatalogue } from "@/db/queries/topics";
import { insertWorkspace, listWorkspaces } from "@/db/queries/workspaces";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { WorkspaceId } from "@/lib/core/workspace";
import { newId } from "@/lib/ids";

/** A workspace with the shipped topics, in a database that no server has made one in. */
export async function makeWorkspace(tx: Tx, now: Date): Promise<WorkspaceId> {
  const id = newId("wsp") as WorkspaceId;
  await insertWorkspace(tx, { id, name: "Bench", createdAt: now });
  await saveCatalogue(tx, id, CATALOGUE);
  return id;
}

/** The one workspace of a server's database. */
export async function workspaceOf(db: Database): Promise<WorkspaceId> {
  return (await listWorkspaces(db.read))[0]!.id;
}
