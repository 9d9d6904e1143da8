import { z } from "zod";
import type { Tx } from "@/db/database";
import { type StateChange, setNotificationState } from "@/db/queries/notification-state";
import { findNotification, type NotificationRow } from "@/db/queries/notifications";
import { Instant } from "@/lib/core/instant";
import { needSelfOr } from "../context";
import { bringBack } from "../delivery/bring-back";
import { cancelWaiting } from "../delivery/cancel-waiting";
import { found, verb } from "../use-case";
import { besides } from "./get-notification";
import { type NotificationView, notificationView } from "./notification-view";

/** Marks one as read or unread, puts it away or back, or lets it sleep until a time. What is not given stays. */
export const changeNotification = verb({
  input: z.strictObject({
    user: z.string(),
    id: z.string(),
    read: z.boolean().optional(),
    archived: z.boolean().optional(),
    snoozed_until: Instant.nullable().optional(),
  }),
  may: needSelfOr("notifications:write"),
  async run(ctx, { user, id, ...wanted }): Promise<NotificationView> {
    const { db, workspaceId, now, tell } = ctx;
    const find = async (tx: Tx) => found(await findNotification(tx, workspaceId, user, id), "notification");
    const parts = ctx.precondition && (await besides(ctx, await find(db.read)));
    const row = await db.transact(async (tx) => {
      const current = await find(tx);
      if (parts) ctx.precondition?.(notificationView(current, ...parts));
      const change = changeOf(current, wanted, now);
      if (Object.keys(change).length > 0)
        await setNotificationState(tx, { workspaceId, userId: user, ids: [id] }, change);
      if (change.readAt || change.archivedAt) await cancelWaiting(tx, [id], now);
      if (change.readAt === null || change.archivedAt === null) await bringBack(tx, ctx, user, [id]);
      return { ...current, ...change };
    });
    tell?.(user, [id]);
    return notificationView(row, ...(await besides(ctx, row)));
  },
});

/** Saying the same again keeps the time at which it was first done. */
function changeOf(
  current: NotificationRow,
  wanted: { read?: boolean; archived?: boolean; snoozed_until?: string | null },
  now: Date,
): StateChange {
  const change: StateChange = {};
  if (wanted.read !== undefined && wanted.read !== (current.readAt !== null)) {
    change.readAt = wanted.read ? now : null;
    if (wanted.read && !current.seenAt) change.seenAt = now;
  }
  if (wanted.archived !== undefined && wanted.archived !== (current.archivedAt !== null)) {
    change.archivedAt = wanted.archived ? now : null;
  }
  if (wanted.snoozed_until !== undefined) {
    change.snoozedUntil = wanted.snoozed_until === null ? null : new Date(wanted.snoozed_until);
  }
  return change;
}
