import { sql } from "drizzle-orm";
import type { Channel, Reason } from "../../lib/core/channel";
import type { AttemptOutcome, DeliveryContent, DeliveryState } from "../../lib/core/delivery-state";
import { RANKS, type Rank } from "../../lib/core/rank";
import type { WorkspaceId } from "../../lib/core/workspace";
import { bool, foreignKey, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns/kit";
import { ofUser, workspaces } from "./directory";

/** One message to one person through one outside channel; also the queue. Dead letters are those that `failed`. */
export const deliveries = table(
  "deliveries",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    userId: text("user_id").notNull(),
    eventId: text("event_id").notNull(),
    notificationId: text("notification_id").notNull(),
    topic: text("topic").notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    /** The configured destination; null where the person's own record names it, as email does. */
    connectionId: text("connection_id"),
    /** What shares one destination's pace, order and failures: the channel, with its connection if there is one. */
    lane: text("lane").notNull(),
    state: text("state").$type<DeliveryState>().notNull(),
    reason: text("reason").$type<Reason>().notNull(),
    /** For admins, where the reason alone does not say enough. */
    detail: text("detail"),
    /** Where it goes and what it says, fixed at the first try: a key must not come with another content. */
    destination: text("destination"),
    content: json("content").$type<DeliveryContent>(),
    /** What goes first of what is due (F17). */
    rank: int("rank").$type<Rank>().notNull().default(RANKS.usual),
    dueAt: instant("due_at").notNull(),
    leaseUntil: instant("lease_until"),
    claimedAt: instant("claimed_at"),
    /** Fencing token: counts claims, so that a late worker's result is refused (F13). */
    claims: int("claims").notNull().default(0),
    /** Tries that ended; `lost` are claims whose worker never said how they ended (F14). */
    attempts: int("attempts").notNull().default(0),
    lost: int("lost").notNull().default(0),
    /** Of a provider's batch: the delivery that stands for all; itself for that one. Fixed at the first try. */
    leaderId: text("leader_id"),
    /**
     * The delivery whose message tells of this one too, where many left as one; it leads this one, which ends as it does.
     */
    digestId: text("digest_id"),
    /** What the provider knows it by, for ever: one effect a key (I4). */
    key: text("key").notNull(),
    /** The first try of which nobody knows whether it had an effect: providers forget keys after a day (F23). */
    uncertainSince: instant("uncertain_since"),
    providerId: text("provider_id"),
    /** The day whose place under the cap it holds (R33). */
    capDay: text("cap_day"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("deliveries_once").on(t.workspaceId, t.userId, t.eventId, t.lane),
    index("deliveries_due")
      .on(t.rank, t.workspaceId, t.lane, t.dueAt, t.id)
      .where(
        sql`state = 'pending' and (leader_id is null or leader_id = id) and not (claims = 0 and reason in ('in_digest', 'quiet_hours', 'paused'))`,
      ),
    // What leaves with others of its person: apart, so that neither is looked through for the other.
    index("deliveries_together")
      .on(t.rank, t.workspaceId, t.lane, t.dueAt, t.id)
      .where(
        sql`state = 'pending' and (leader_id is null or leader_id = id) and (claims = 0 and reason in ('in_digest', 'quiet_hours', 'paused'))`,
      ),
    // What a worker holds or was killed over: found without a look at what waits.
    index("deliveries_held")
      .on(t.dueAt)
      .where(
        sql`state = 'pending' and (leader_id is null or leader_id = id) and (lease_until is not null or lost > 0)`,
      ),
    index("deliveries_pending").on(t.notificationId).where(sql`state = 'pending'`),
    index("deliveries_waiting").on(t.workspaceId, t.userId).where(sql`state = 'pending'`),
    index("deliveries_digest").on(t.digestId).where(sql`digest_id is not null`),
    index("deliveries_batch").on(t.leaderId).where(sql`leader_id is not null`),
    index("deliveries_list").on(t.workspaceId, t.createdAt, t.id),
    index("deliveries_failed").on(t.workspaceId, t.id).where(sql`state = 'failed'`),
    ofUser("deliveries_person", t),
  ],
);

/** One try of a delivery. `number` is the claim that it was made under. */
export const attempts = table(
  "attempts",
  {
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id, { onDelete: "cascade" }),
    number: int("number").notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    outcome: text("outcome").$type<AttemptOutcome>().notNull(),
    status: int("status"),
    /** The provider's answer, 1 KB at most. For admins only (S10). */
    words: text("words"),
    /** Nobody knows whether it had an effect. */
    ambiguous: bool("ambiguous").notNull(),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.number] })],
);

/** A destination that somebody configured: a person's, or the whole workspace's where `userId` is null. */
export const connections = table(
  "connections",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    userId: text("user_id"),
    channel: text("channel").$type<Channel>().notNull(),
    label: text("label").notNull(),
    /** As the channel's own schema reads it. */
    config: json("config").$type<Record<string, unknown>>().notNull(),
    createdAt: instant("created_at").notNull(),
    lastSentAt: instant("last_sent_at"),
    failingSince: instant("failing_since"),
    /** Nothing goes there any more, until somebody mends it (F24). */
    disabledAt: instant("disabled_at"),
    disabledReason: text("disabled_reason").$type<Reason>(),
  },
  (t) => [index("connections_person").on(t.workspaceId, t.userId, t.channel), ofUser("connections_user", t)],
);

/** Addresses that nothing is sent to: they bounced, or complained (F26). */
export const suppressions = table(
  "suppressions",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    address: text("address").notNull(),
    cause: text("cause").$type<"bounce" | "complaint">().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.channel, t.address] }),
    foreignKey({
      name: "suppressions_workspace",
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
    }).onDelete("cascade"),
  ],
);

/**
 * When a lane or a whole channel may be used next, over all processes: its pace (F21), what `Retry-After` asked for
 * (F20), and the breaker (F22). No row: at once.
 */
export const gates = table("gates", {
  /** A lane, or a channel whose provider all its lanes share. */
  key: text("key").primaryKey(),
  readyAt: instant("ready_at").notNull(),
  /** In a row; a success takes them back to 0. */
  failures: int("failures").notNull().default(0),
  updatedAt: instant("updated_at").notNull(),
});

/** Places taken under the daily cap: mails of one topic to one address on one day of the recipient's (R33). */
export const mailCounts = table(
  "mail_counts",
  {
    workspaceId: text("workspace_id").$type<WorkspaceId>().notNull(),
    topic: text("topic").notNull(),
    address: text("address").notNull(),
    /** As in 2026-11-21. */
    day: text("day").notNull(),
    taken: int("taken").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.topic, t.address, t.day] }),
    index("mail_counts_day").on(t.day),
    foreignKey({ name: "mail_counts_workspace", columns: [t.workspaceId], foreignColumns: [workspaces.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Email that went nowhere, since no provider is configured: super admins read it. */
export const outbox = table(
  "outbox",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .$type<WorkspaceId>()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** One mail a key, as the providers keep it. */
    key: text("key").notNull(),
    from: text("from").notNull(),
    to: text("to").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    headers: json("headers").$type<Record<string, string>>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("outbox_key").on(t.key), index("outbox_list").on(t.workspaceId, t.id)],
);
