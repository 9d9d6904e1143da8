import { z } from "zod";
import { countUnread, listNotifications as list } from "@/db/queries/feed";
import { findUser } from "@/db/queries/users";
import { wordsOfBroadcasts } from "../broadcasts/broadcast-parts";
import { needSelfOr } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";
import { knownApps } from "./known-apps";
import { type NotificationView, notificationView } from "./notification-view";

/** A person's notifications, newest first, with their one unread count (1000 means more than 999). */
export const listNotifications = verb({
  input: z.strictObject({
    ...Paging,
    user: z.string(),
    tab: z.enum(["all", "downloads", "apps"]).default("all"),
    unread: z.stringbool().default(false),
  }),
  may: needSelfOr("notifications:read"),
  async run(
    ctx,
    { user, tab, unread, limit, cursor },
  ): Promise<{ data: NotificationView[]; next_cursor: string | null; unread: number }> {
    const { db, workspaceId, now } = ctx;
    const name = `notifications ${user} ${tab} ${unread}`;
    const before = openCursor(ctx, name, cursor);
    const feed = tab === "all" ? undefined : tab;
    const [rows, count, apps] = await Promise.all([
      list(db.read, workspaceId, user, { now, feed, unread, awake: unread, before, limit: limit + 1 }),
      countUnread(db.read, workspaceId, user, { now }),
      knownApps(db, workspaceId),
    ]);
    // Who has notifications is a person: only an empty list asks.
    if (rows.length === 0) found(await findUser(db.read, workspaceId, user), "user");
    const html = await wordsOfBroadcasts(db, workspaceId, rows);
    const view = (row: (typeof rows)[number]) => notificationView(row, apps, html);
    return { ...page(ctx, name, rows, { limit, position: (row) => row.position, view }), unread: count };
  },
});
