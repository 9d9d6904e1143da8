import type { Database } from "@/db/client";
import { listApps } from "@/db/queries/access";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";

type Apps = ReadonlyMap<string, { name: string; icon: string | null }>;

const caches = new WeakMap<Database, Fresh<Apps>>();

/** Names and icons of the workspace's apps by id, as they were at most half a second ago. */
export function knownApps(db: Database, workspaceId: WorkspaceId): Promise<Apps> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new Fresh(500)));
  return cache.get(workspaceId, async () => {
    const apps = await listApps(db.read, workspaceId);
    return new Map(apps.map(({ id, name, icon }) => [id, { name, icon }]));
  });
}
