import { z } from "zod";
import { countUnread, markAllRead, unmarkReadAt } from "@/db/queries/notifications";
import { findUser } from "@/db/queries/users";
import { FEEDS } from "@/lib/core/topic";
import { needSelfOr } from "../context";
import { found, verb } from "../use-case";

/**
 * Marks as read what the bell counts, up to the position that the caller saw: what arrives meanwhile stays unread
 * (F41, U8). `read_at` is the key for `undoReadAll`.
 */
export const readAll = verb({
  input: z.strictObject({ user: z.string(), up_to: z.string().max(100).optional(), tab: z.enum(FEEDS).optional() }),
  may: needSelfOr("notifications:write"),
  async run({ db, workspaceId, now }, { user, up_to: upTo, tab: feed }) {
    const ids = await db.transact(async (tx) => {
      found(await findUser(tx, workspaceId, user), "user");
      return markAllRead(tx, workspaceId, user, { readAt: now, upTo, feed });
    });
    return {
      marked: ids.length,
      read_at: now.toISOString(),
      unread: await countUnread(db.read, workspaceId, user, now),
    };
  },
});

/** Takes back one `readAll`: what it marked is unread again. */
export const undoReadAll = verb({
  input: z.strictObject({ user: z.string(), read_at: z.iso.datetime() }),
  may: needSelfOr("notifications:write"),
  async run({ db, workspaceId }, { user, read_at }): Promise<void> {
    await db.transact((tx) => unmarkReadAt(tx, workspaceId, user, new Date(read_at)));
  },
});
