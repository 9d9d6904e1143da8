import { z } from "zod";
import { insertAcknowledgement } from "@/db/queries/broadcast-people";
import { findBroadcast } from "@/db/queries/broadcasts";
import { setNotificationState } from "@/db/queries/notification-state";
import { findNotification } from "@/db/queries/notifications";
import { broadcastOf } from "@/lib/core/broadcast";
import { needUser } from "../context";
import { cancelWaiting } from "../delivery/cancel-waiting";
import { found, userVerb } from "../use-case";

/** I take note of a broadcast, by my notification of it: read then, too. A second time changes nothing. */
export const acknowledgeBroadcast = userVerb({
  input: z.strictObject({ notification: z.string().max(100) }),
  may: needUser,
  async run(ctx, { notification }): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact(async (tx) => {
      const row = found(await findNotification(tx, workspaceId, actor.id, notification), "notification");
      const broadcast = await findBroadcast(tx, workspaceId, broadcastOf(row.updateKey) ?? "");
      const { id } = found(broadcast, "broadcast");
      await insertAcknowledgement(tx, { workspaceId, broadcastId: id, userId: actor.id, at: now });
      const read = { readAt: row.readAt ?? now, seenAt: row.seenAt ?? now };
      await setNotificationState(tx, { workspaceId, userId: actor.id, ids: [row.id] }, read);
      await cancelWaiting(tx, [row.id], now);
    });
    ctx.tell?.(actor.id, [notification]);
  },
});
