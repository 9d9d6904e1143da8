import { sql } from "drizzle-orm";
import type { ChannelDecision } from "../../lib/core/decision";
import type { EventStatus } from "../../lib/core/event";
import { RANKS, type Rank } from "../../lib/core/rank";
import type { StoredEvent } from "../../lib/core/stored-event";
import type { WorkspaceId } from "../../lib/core/workspace";
import { foreignKey, index, instant, int, json, primaryKey, table, text } from "../columns/kit";
import { workspaces } from "./directory";

/** What happened, once; also the queue. `cursor` is the last person decided on, so that a chunk resumes after a crash. */
export const events = table(
  "events",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    appId: text("app_id"),
    topic: text("topic").notNull(),
    payload: json("payload").$type<StoredEvent>().notNull(),
    status: text("status").$type<EventStatus>().notNull(),
    /** What is decided first of what is due (F17). */
    rank: int("rank").$type<Rank>().notNull().default(RANKS.usual),
    /** When it may be decided: `deliver_at`, or at once. */
    dueAt: instant("due_at").notNull(),
    createdAt: instant("created_at").notNull(),
    processedAt: instant("processed_at"),
    cursor: text("cursor"),
    leaseUntil: instant("lease_until"),
    /** Fencing token: counts claims, so that a late worker's result is refused. */
    claims: int("claims").notNull().default(0),
    /** Claims in a row, this one too, that came to nothing: what kills its worker or throws each time is given up (F14). */
    unheard: int("unheard").notNull().default(0),
  },
  (t) => [
    // By workspace, so that nobody's backlog is looked through for what is due to others.
    index("events_due").on(t.workspaceId, t.dueAt).where(sql`status in ('accepted', 'scheduled')`),
    index("events_urgent")
      .on(t.rank, t.workspaceId, t.dueAt)
      .where(sql`status in ('accepted', 'scheduled') and rank = 0`),
    // What workers were killed over goes alone: found without a look at what waits.
    index("events_suspect").on(t.dueAt).where(sql`status in ('accepted', 'scheduled') and unheard > 1`),
    index("events_list").on(t.workspaceId, t.createdAt, t.id),
    index("events_app").on(t.appId, t.createdAt),
    index("events_topic").on(t.workspaceId, t.topic, t.createdAt, t.id),
    // Few are, and what is told at once never was: it costs accepting nothing.
    index("events_apart").on(t.workspaceId, t.status, t.createdAt, t.id).where(sql`status in ('merging', 'cancelled')`),
    foreignKey({ name: "events_workspace", columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** What became of one event for one recipient, on all channels. `userId` is the id that the integration used. */
export const decisions = table(
  "decisions",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    notificationId: text("notification_id"),
    channels: json("channels").$type<readonly ChannelDecision[]>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.userId] }),
    index("decisions_history").on(t.workspaceId, t.userId, t.at, t.eventId),
  ],
);
