import { sql } from "drizzle-orm";
import type { BroadcastAudience } from "../../lib/core/broadcast";
import type { Topic } from "../../lib/core/topic";
import type { WorkspaceId } from "../../lib/core/workspace";
import { bool, foreignKey, index, instant, int, json, primaryKey, table, text } from "../columns/kit";
import { ofUser, workspaces } from "./directory";

/** A one-time message to groups or to everybody (R88 to R91). Its event is the queue; this is its face. */
export const broadcasts = table(
  "broadcasts",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    eventId: text("event_id").notNull(),
    /** The newest reminder. */
    chaseId: text("chase_id"),
    chasedAt: instant("chased_at"),
    /** The person who wrote it; null where an integration did. */
    makerId: text("maker_id"),
    /** Their name then, or the app's. */
    sender: text("sender").notNull(),
    title: text("title").notNull(),
    /** Plain text. */
    body: text("body").notNull(),
    /** The same with the tags that are allowed: cleaned, safe to show (S8). */
    bodyHtml: text("body_html").notNull(),
    url: text("url"),
    audience: json("audience").$type<BroadcastAudience>().notNull(),
    email: bool("email").notNull(),
    urgency: text("urgency").$type<Topic["urgency"]>().notNull(),
    requireAcknowledgement: bool("require_acknowledgement").notNull(),
    dueAt: instant("due_at").notNull(),
    expiresAt: instant("expires_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    pausedAt: instant("paused_at"),
    /** Since when a second person must say yes before it goes; when they did, and who it was (S32). */
    approvalWantedAt: instant("approval_wanted_at"),
    approvedAt: instant("approved_at"),
    approverId: text("approver_id"),
    recalledAt: instant("recalled_at"),
    expiredAt: instant("expired_at"),
    /** How many it is for, as counted when it was made and again when it began. */
    people: int("people").notNull(),
    /** How many are decided on, and how many of them were notified: counted in the transaction of each chunk (F38). */
    decided: int("decided").notNull().default(0),
    notified: int("notified").notNull().default(0),
    /** How many had read it when it was taken back from them. */
    readBefore: int("read_before").notNull().default(0),
    /** The last person whose notification was brought in line after an edit, a recall or its end; null: all are. */
    sweepCursor: text("sweep_cursor"),
    /** Only for its maker, to see what it will be like; in no list. */
    test: bool("test").notNull().default(false),
  },
  (t) => [
    index("broadcasts_list").on(t.workspaceId, t.id),
    index("broadcasts_sweep")
      .on(t.expiresAt)
      .where(sql`sweep_cursor is not null or (expires_at is not null and expired_at is null and recalled_at is null)`),
  ],
);

/** Who said that they took note of it. */
export const acknowledgements = table(
  "acknowledgements",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    broadcastId: text("broadcast_id").notNull(),
    userId: text("user_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.broadcastId, t.userId] }),
    foreignKey({
      name: "acknowledgements_broadcast",
      columns: [t.broadcastId],
      foreignColumns: [broadcasts.id],
    }).onDelete("cascade"),
    ofUser("acknowledgements_person", t),
  ],
);
