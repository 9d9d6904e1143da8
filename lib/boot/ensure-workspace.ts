import type { Database } from "@/db/database";
import { saveCatalogue } from "@/db/queries/topics";
import { insertWorkspace, listWorkspaces, lockWorkspace } from "@/db/queries/workspaces";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import type { WorkspaceId } from "@/lib/core/workspace";

/** The id of the workspace of the first boot: always this one, so that processes that start at once make one. */
const FIRST = "wsp_00000000-0000-7000-8000-000000000001" as WorkspaceId;

/**
 * Makes the first workspace when there is none, and brings the catalogue of each up to the shipped one (api.md,
 * section 4). Answers the first.
 */
export async function ensureWorkspace(db: Database, now: Date): Promise<WorkspaceId> {
  return db.transact(async (tx) => {
    if ((await listWorkspaces(tx)).length === 0) {
      await insertWorkspace(tx, { id: FIRST, name: "Belfry", createdAt: now });
    }
    const all = await listWorkspaces(tx);
    for (const { id } of all) {
      // Locked, so that two processes do not both insert the same topic.
      await lockWorkspace(tx, id);
      await saveCatalogue(tx, id, CATALOGUE);
    }
    return all[0]?.id ?? FIRST;
  });
}
