import { z } from "zod";
import { markSeen, setNotificationState } from "@/db/queries/notification-state";
import { Instant } from "@/lib/core/instant";
import { needUser } from "../context";
import { bringBack } from "../delivery/bring-back";
import { cancelWaiting } from "../delivery/cancel-waiting";
import { userVerb } from "../use-case";

/** As many as an inbox can have open: what is selected there changes at once. */
const ids = z.array(z.string().max(100)).min(1).max(10_000);

/** Marks my notifications as read or unread. Ids that are not mine are passed over. */
export const setRead = userVerb({
  input: z.strictObject({ ids, read: z.boolean() }),
  may: needUser,
  async run(ctx, { ids, read }): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact(async (tx) => {
      if (read) await markSeen(tx, { workspaceId, userId: actor.id, ids }, now);
      const changed = await setNotificationState(
        tx,
        { workspaceId, userId: actor.id, ids },
        { readAt: read ? now : null },
      );
      if (read) await cancelWaiting(tx, changed, now);
      else await bringBack(tx, ctx, actor.id, changed);
    });
    ctx.tell?.(actor.id, ids);
  },
});

/** Puts my notifications away, or back. */
export const setArchived = userVerb({
  input: z.strictObject({ ids, archived: z.boolean() }),
  may: needUser,
  async run(ctx, { ids, archived }): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact(async (tx) => {
      const change = { archivedAt: archived ? now : null };
      const changed = await setNotificationState(tx, { workspaceId, userId: actor.id, ids }, change);
      if (archived) await cancelWaiting(tx, changed, now);
      else await bringBack(tx, ctx, actor.id, changed);
    });
    ctx.tell?.(actor.id, ids);
  },
});

/** Lets my notifications sleep until a time, or wakes them. */
export const setSnoozed = userVerb({
  input: z.strictObject({ ids, until: Instant.nullable() }),
  may: needUser,
  async run(ctx, { ids, until }): Promise<void> {
    const { db, workspaceId, actor } = ctx;
    const snoozedUntil = until === null ? null : new Date(until);
    await db.transact((tx) => setNotificationState(tx, { workspaceId, userId: actor.id, ids }, { snoozedUntil }));
    ctx.tell?.(actor.id, ids);
  },
});

/** My open bell showed these: seen, not read. */
export const setSeen = userVerb({
  input: z.strictObject({ ids }),
  may: needUser,
  async run(ctx, { ids }): Promise<void> {
    const { db, workspaceId, actor, now } = ctx;
    await db.transact((tx) => markSeen(tx, { workspaceId, userId: actor.id, ids }, now));
  },
});
