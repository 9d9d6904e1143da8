import { sql } from "drizzle-orm";
import type { EventInput } from "../../lib/core/event";
import type { Feed } from "../../lib/core/topic";
import type { WorkspaceId } from "../../lib/core/workspace";
import { bool, index, instant, int, json, real, table, text, uniqueIndex } from "../columns/kit";
import { ofUser } from "./directory";

/** One event (or several) for one recipient: the record. Its state is timestamps. */
export const notifications = table(
  "notifications",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    /** The newest event that it tells of. */
    eventId: text("event_id").notNull(),
    topic: text("topic").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    url: text("url"),
    /** Who did it, with the name they had then. */
    actor: json("actor").$type<{ user?: string; name: string }>(),
    subject: json("subject").$type<EventInput["subject"]>(),
    appId: text("app_id"),
    feed: text("feed").$type<Feed>(),
    status: text("status").$type<"running" | "success" | "failure">(),
    progress: real("progress"),
    fileUrl: text("file_url"),
    updateKey: text("update_key"),
    count: int("count").notNull().default(1),
    /** Whether the bell shows and counts it; "See all" lists every one. */
    inBell: bool("in_bell").notNull(),
    popup: bool("popup").notNull(),
    /** Whether an open browser shows it to who is elsewhere (R26). */
    browser: bool("browser").notNull().default(false),
    /** Time-ordered id of its last change by an event: the order of every list, and what cursors point at. */
    position: text("position").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    seenAt: instant("seen_at"),
    readAt: instant("read_at"),
    archivedAt: instant("archived_at"),
    snoozedUntil: instant("snoozed_until"),
  },
  (t) => [
    index("notifications_list").on(t.workspaceId, t.userId, t.position),
    index("notifications_feed").on(t.workspaceId, t.userId, t.feed, t.position).where(sql`feed is not null`),
    // Every column that the count asks for, so that no row is looked up.
    index("notifications_unread")
      .on(t.workspaceId, t.userId, t.snoozedUntil, t.feed, t.inBell, t.readAt, t.archivedAt)
      .where(sql`in_bell and read_at is null and archived_at is null`),
    uniqueIndex("notifications_update_key")
      .on(t.workspaceId, t.userId, t.topic, t.updateKey)
      .where(sql`update_key is not null`),
    index("notifications_snoozed").on(t.snoozedUntil).where(sql`snoozed_until is not null`),
    ofUser("notifications_person", t),
  ],
);
