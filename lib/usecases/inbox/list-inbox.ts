import { z } from "zod";
import { listNotifications } from "@/db/queries/notifications";
import type { FeedItem } from "@/lib/core/feed-item";
import { needUser } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { feedItems } from "./feed-items";

/** Everything that is mine, newest first, whether or not the bell showed it. */
export const listInbox = verb({
  input: z.strictObject({ ...Paging, filter: z.enum(["all", "unread"]).default("all") }),
  may: needUser,
  async run(ctx, { filter, limit, cursor }): Promise<{ items: FeedItem[]; nextCursor: string | null }> {
    needUser(ctx);
    const { db, workspaceId, actor, now } = ctx;
    const name = `inbox ${actor.id} ${filter}`;
    const before = openCursor(ctx, name, cursor);
    const rows = await listNotifications(db.read, workspaceId, actor.id, {
      now,
      awake: true,
      unread: filter === "unread",
      before,
      limit: limit + 1,
    });
    const { data, next_cursor } = page(ctx, name, rows, { limit, position: (row) => row.position, view: (row) => row });
    return { items: await feedItems(ctx, data), nextCursor: next_cursor };
  },
});
