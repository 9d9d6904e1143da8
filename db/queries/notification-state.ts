import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Feed } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { notifications } from "../schema/notifications";
import { isAwake, isUnreadInBell } from "./feed";
import { isTheirs, type NotificationRow, type Theirs } from "./notifications";

export type StateChange = Partial<Pick<NotificationRow, "readAt" | "seenAt" | "archivedAt" | "snoozedUntil">>;

/** Changes the state of a person's own notifications; answers the ids that are theirs. */
export async function setNotificationState(tx: Tx, theirs: Theirs, change: StateChange): Promise<string[]> {
  const changed = await tx
    .update(notifications)
    .set(change)
    .where(isTheirs(theirs))
    .returning({ id: notifications.id });
  return changed.map((row) => row.id);
}

/**
 * Marks as read what was unread up to `upTo`, all if it is absent: later arrivals stay unread (F41). Answers the ids.
 */
export async function markAllRead(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { readAt, upTo, feed }: { readAt: Date; upTo?: string; feed?: Feed },
): Promise<string[]> {
  const marked = await tx
    .update(notifications)
    .set({ readAt, seenAt: sql`coalesce(${notifications.seenAt}, ${sql.param(readAt, notifications.seenAt)})` })
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        eq(notifications.userId, userId),
        isUnreadInBell(),
        isAwake(readAt),
        upTo ? lte(notifications.position, upTo) : undefined,
        feed ? eq(notifications.feed, feed) : undefined,
      ),
    )
    .returning({ id: notifications.id });
  return marked.map((row) => row.id);
}

/** The moment all of one `read-all` were marked: undo takes back exactly these. */
export async function unmarkReadAt(tx: Tx, workspaceId: WorkspaceId, userId: string, readAt: Date): Promise<string[]> {
  const changed = await tx
    .update(notifications)
    .set({ readAt: null })
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        eq(notifications.userId, userId),
        eq(notifications.readAt, readAt),
      ),
    )
    .returning({ id: notifications.id });
  return changed.map(({ id }) => id);
}

/** Shown in an open bell: seen, not read. */
export async function markSeen(tx: Tx, theirs: Theirs, seenAt: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ seenAt })
    .where(and(isTheirs(theirs), isNull(notifications.seenAt)));
}
