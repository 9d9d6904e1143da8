import type { NotificationRow } from "@/db/queries/notifications";
import type { WorkspaceId } from "@/lib/core/workspace";

/** What to tell open tabs, after the commit: whose notifications changed. */
export interface Changed {
  workspaceId: WorkspaceId;
  userId: string;
  notificationIds: string[];
  position: string;
}

/** Of stored notifications, one `Changed` for each person. */
export function gatherChanged(notifications: readonly NotificationRow[]): Changed[] {
  const changed = new Map<string, Changed>();
  for (const { workspaceId, userId, id, position } of notifications) {
    const known = changed.get(userId);
    if (known) {
      known.notificationIds.push(id);
      known.position = position;
    } else {
      changed.set(userId, { workspaceId, userId, notificationIds: [id], position });
    }
  }
  return [...changed.values()];
}
