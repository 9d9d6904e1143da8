import { z } from "zod";
import type { Tx } from "@/db/database";
import { countUnread } from "@/db/queries/feed";
import { markAllRead, unmarkReadAt } from "@/db/queries/notification-state";
import { findUser } from "@/db/queries/users";
import { Instant } from "@/lib/core/instant";
import { FEEDS, type Feed } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { needSelfOr, needUser } from "../context";
import { bringBack } from "../delivery/bring-back";
import { cancelWaiting } from "../delivery/cancel-waiting";
import { found, userVerb, verb } from "../use-case";

/**
 * Marks as read what the bell counts, up to the position that the caller saw: what arrives meanwhile stays unread
 * (F41, U8).
 */
export const readAll = verb({
  input: z.strictObject({ user: z.string(), up_to: z.string().max(100).optional(), tab: z.enum(FEEDS).optional() }),
  may: needSelfOr("notifications:write"),
  async run({ db, workspaceId, now, tell }, { user, up_to: upTo, tab: feed }) {
    const ids = await db.transact(async (tx) => {
      found(await findUser(tx, workspaceId, user), "user");
      return markRead(tx, { workspaceId, user, readAt: now, upTo, feed });
    });
    tell?.(user, ids);
    return {
      marked: ids.length,
      read_at: now.toISOString(),
      unread: await countUnread(db.read, workspaceId, user, { now }),
    };
  },
});

/** The same for me: the bell's own button. */
export const readAllMine = userVerb({
  input: z.strictObject({ up_to: z.string().max(100) }),
  may: needUser,
  async run(ctx, { up_to: upTo }): Promise<{ readAt: string; ids: string[] }> {
    const { db, workspaceId, actor, now } = ctx;
    const ids = await db.transact((tx) => markRead(tx, { workspaceId, user: actor.id, readAt: now, upTo }));
    ctx.tell?.(actor.id, ids);
    return { readAt: now.toISOString(), ids: ids.slice(0, 1000) };
  },
});

/** Takes back one `readAllMine`: what it marked is unread again. */
export const undoReadAllMine = userVerb({
  input: z.strictObject({ read_at: Instant }),
  may: needUser,
  async run(ctx, { read_at }): Promise<void> {
    const { db, workspaceId, actor } = ctx;
    await db.transact(async (tx) => {
      const ids = await unmarkReadAt(tx, workspaceId, actor.id, new Date(read_at));
      await bringBack(tx, ctx, actor.id, ids);
    });
    ctx.tell?.(actor.id, []);
  },
});

interface Marking {
  workspaceId: WorkspaceId;
  user: string;
  readAt: Date;
  upTo?: string;
  feed?: Feed;
}

async function markRead(tx: Tx, { workspaceId, user, ...marking }: Marking): Promise<string[]> {
  const ids = await markAllRead(tx, workspaceId, user, marking);
  await cancelWaiting(tx, ids, marking.readAt);
  return ids;
}
