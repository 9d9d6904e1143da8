import type { Database } from "@/db/database";
import { perDatabase } from "@/db/per-database";
import { listApps } from "@/db/queries/access";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";

type Apps = ReadonlyMap<string, { name: string; icon: string | null }>;

const cacheOf = perDatabase(() => new Fresh<Apps>(500), "apps");

/** Names and icons of the workspace's apps by id, as they were at most half a second ago. */
export function knownApps(db: Database, workspaceId: WorkspaceId): Promise<Apps> {
  return cacheOf(db).get(workspaceId, async () => {
    const apps = await listApps(db.read, workspaceId);
    return new Map(apps.map(({ id, name, icon }) => [id, { name, icon }]));
  });
}
