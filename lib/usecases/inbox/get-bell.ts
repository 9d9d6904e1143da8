import { z } from "zod";
import { countUnread, listNotifications } from "@/db/queries/notifications";
import { BELL_TABS, type BellFeed } from "@/lib/core/feed-item";
import { needUser } from "../context";
import { verb } from "../use-case";
import { feedItems } from "./feed-items";

/** The bell shows the latest 50 (R5). */
const BELL_SIZE = 50;

/** My bell: one tab of it, and the counts of all. */
export const getBell = verb({
  input: z.strictObject({ tab: z.enum(BELL_TABS).default("all") }),
  may: needUser,
  async run(ctx, { tab }): Promise<BellFeed> {
    needUser(ctx);
    const { db, workspaceId, actor, now } = ctx;
    const feed = tab === "all" ? undefined : tab;
    const [rows, all, downloads, apps] = await Promise.all([
      listNotifications(db.read, workspaceId, actor.id, { now, feed, bellOnly: true, limit: BELL_SIZE }),
      countUnread(db.read, workspaceId, actor.id, now),
      countUnread(db.read, workspaceId, actor.id, now, "downloads"),
      countUnread(db.read, workspaceId, actor.id, now, "apps"),
    ]);
    return {
      items: await feedItems(ctx, rows),
      unread: all,
      tabs: { all, downloads, apps },
      position: rows[0]?.position ?? null,
    };
  },
});
