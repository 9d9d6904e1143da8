import { z } from "zod";
import { setNotificationState } from "@/db/queries/notification-state";
import { findNotification } from "@/db/queries/notifications";
import type { FeedItem } from "@/lib/core/feed-item";
import { needUser } from "../context";
import { cancelWaiting } from "../delivery/cancel-waiting";
import { found, userVerb } from "../use-case";
import { feedItems } from "./feed-items";

/** Opens one of my notifications from where a link to it stood, such as a mail: it is read then. */
export const openNotification = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needUser,
  async run(ctx, { id }): Promise<FeedItem> {
    const { db, workspaceId, actor, now } = ctx;
    const row = found(await findNotification(db.read, workspaceId, actor.id, id), "notification");
    const read = { readAt: row.readAt ?? now, seenAt: row.seenAt ?? now };
    if (!row.readAt) {
      await db.transact(async (tx) => {
        await setNotificationState(tx, { workspaceId, userId: actor.id, ids: [id] }, read);
        await cancelWaiting(tx, [id], now);
      });
      ctx.tell?.(actor.id, [id]);
    }
    const [item] = await feedItems(ctx, [{ ...row, ...read }]);
    return found(item, "notification");
  },
});
