import type { Tx } from "@/db/database";
import { countMembers } from "@/db/queries/broadcast-people";
import { countActivePeople } from "@/db/queries/defaults";
import type { BroadcastAudience } from "@/lib/core/broadcast";
import type { WorkspaceId } from "@/lib/core/workspace";

/** How many people a broadcast would be for. */
export function sizeOf(tx: Tx, workspaceId: WorkspaceId, audience: BroadcastAudience): Promise<number> {
  return audience === "everyone" ? countActivePeople(tx, workspaceId) : countMembers(tx, workspaceId, audience);
}
