import { and, asc, desc, eq, gt, inArray, lt, lte, min, or, sql } from "drizzle-orm";
import type { ChannelDecision } from "@/lib/core/decision";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { prepared } from "../dialects/prepared";
import { decisions, events } from "../schema/events";

export type EventRow = typeof events.$inferSelect;

/** Of an event on which nobody has worked yet. */
export const UNTOUCHED = { processedAt: null, cursor: null, leaseUntil: null, claims: 0, unheard: 0 } as const;
export type DecisionRow = typeof decisions.$inferSelect;

/** What is posted together is written together. */
export async function insertEvents(tx: Tx, rows: readonly (typeof events.$inferInsert)[]): Promise<void> {
  await tx.insertMany(events, rows);
}

/** The latest events of an app, the newest first, without what they say. */
export async function listEventsOfApp(tx: Tx, workspaceId: WorkspaceId, appId: string, limit: number) {
  const { id, topic, status, createdAt } = events;
  return tx
    .select({ id, topic, status, createdAt })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.appId, appId)))
    .orderBy(desc(events.createdAt))
    .limit(limit);
}

/** The latest events of one topic, the newest first. */
export async function listEventsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  topic: string,
  limit: number,
): Promise<EventRow[]> {
  return tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.topic, topic)))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit);
}

/** With its payload; undefined for one of another workspace. */
export async function findEvent(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<EventRow | undefined> {
  const [row] = await tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), eq(events.id, id)));
  return row;
}

/** When the next event falls due; undefined when none waits. */
export async function nextDueAt(tx: Tx): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: min(events.dueAt) })
    .from(events)
    .where(isQueued());
  return row?.at ?? undefined;
}

type Held = Pick<EventRow, "id" | "claims">;

/** Moves the durable cursor on. False when another worker holds the event now: write nothing then. */
export async function advanceEvent(tx: Tx, held: Held, cursor: string, unheard: number): Promise<boolean> {
  const moved = await tx
    .update(events)
    .set({ cursor, leaseUntil: null, unheard })
    .where(and(isHeld(held.claims, [held.id]), isQueued()))
    .returning({ id: events.id });
  return moved.length > 0;
}

/**
 * Ends events, or leaves them `merging` where no time is given. Answers the ids of those that no other worker holds now:
 * write nothing about the rest.
 */
export async function endEvents(tx: Tx, held: readonly Held[], processedAt: Date | null): Promise<Set<string>> {
  const ended = new Set<string>();
  const status = processedAt ? ("processed" as const) : ("merging" as const);
  const set = { processedAt, status, leaseUntil: null, cursor: null };
  // Most were claimed once, so that one statement ends them all.
  for (const claims of new Set(held.map((one) => one.claims))) {
    const ids = held.filter((one) => one.claims === claims).map((one) => one.id);
    const rows = await tx
      .update(events)
      .set(set)
      .where(and(isHeld(claims, ids), isQueued()))
      .returning({ id: events.id });
    for (const row of rows) ended.add(row.id);
  }
  return ended;
}

/** Changes an event that is not decided yet, such as what it says or when it is due; who holds it now is refused then. */
export async function changeQueued(
  tx: Tx,
  id: string,
  change: Partial<Pick<EventRow, "payload" | "dueAt" | "status">>,
): Promise<void> {
  await tx
    .update(events)
    .set({ ...change, leaseUntil: null, claims: sql`${events.claims} + 1`, unheard: 0 })
    .where(and(eq(events.id, id), isQueued()));
}

/** Takes back a claim under which nothing was tried: the event is taken again at `leaseUntil` at the earliest. */
export async function releaseEvent(
  tx: Tx,
  held: Held & Pick<EventRow, "unheard">,
  leaseUntil: Date | null,
): Promise<void> {
  await tx
    .update(events)
    .set({ leaseUntil, unheard: held.unheard - 1 })
    .where(and(eq(events.id, held.id), eq(events.claims, held.claims)));
}

/** Events as they are now, in the order of their ids; whoever else locks them waits until the transaction ends. */
export async function lockEvents(tx: Tx, ids: readonly string[]): Promise<EventRow[]> {
  return forUpdate(tx.select().from(events).where(isOneOf(events.id, ids)).orderBy(asc(events.id)));
}

/** Nothing more comes of it. Lock it first. */
export async function cancelEvent(tx: Tx, id: string, processedAt: Date): Promise<void> {
  await tx.update(events).set({ status: "cancelled", processedAt, leaseUntil: null }).where(eq(events.id, id));
}

/** One row for each event and recipient; a second one of the same is refused by the database. */
export async function insertDecisions(tx: Tx, rows: readonly (typeof decisions.$inferInsert)[]): Promise<void> {
  await tx.insertMany(decisions, rows);
}

/** Puts decisions in the place of those of the same events and people. */
export async function replaceDecisions(tx: Tx, rows: readonly DecisionRow[]): Promise<void> {
  const usersOf = new Map<string, string[]>();
  for (const { eventId, userId } of rows) usersOf.set(eventId, [...(usersOf.get(eventId) ?? []), userId]);
  for (const [eventId, userIds] of usersOf) {
    await tx.delete(decisions).where(and(eq(decisions.eventId, eventId), isOneOf(decisions.userId, userIds)));
  }
  await insertDecisions(tx, rows);
}

/** Decisions on one event, of the given people. */
export async function findDecisions(tx: Tx, eventId: string, userIds: readonly string[]): Promise<DecisionRow[]> {
  return tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.eventId, eventId), isOneOf(decisions.userId, userIds)));
}

/** What became of one channel of a decision. */
export interface DecidedLater
  extends Pick<DecisionRow, "eventId" | "userId">,
    Pick<ChannelDecision, "channel" | "outcome" | "reason"> {}

/** Writes what became of deliveries into the decisions that they came from. */
export async function changeDecisions(tx: Tx, changes: readonly DecidedLater[]): Promise<void> {
  if (changes.length === 0) return;
  const eventIds = [...new Set(changes.map((one) => one.eventId))];
  const userIds = [...new Set(changes.map((one) => one.userId))];
  const rows = await forUpdate(
    tx
      .select({ eventId: decisions.eventId, userId: decisions.userId, channels: decisions.channels })
      .from(decisions)
      .where(and(isOneOf(decisions.eventId, eventIds), isOneOf(decisions.userId, userIds)))
      // In one order, so that two workers do not wait for each other in a ring.
      .orderBy(asc(decisions.eventId), asc(decisions.userId)),
  );
  const known = new Map(rows.map((row) => [`${row.eventId} ${row.userId}`, row.channels]));
  for (const [name, ofPerson] of gatherChanges(changes)) {
    const channels = known.get(name);
    const { eventId, userId } = ofPerson[0]!;
    if (!channels) continue;
    const changed = channels.map((one) => ({ ...one, ...changeOf(ofPerson, one) }));
    await askChangeDecision(tx, { eventId, userId, channels: changed });
  }
}

const askChangeDecision = prepared<Pick<DecisionRow, "eventId" | "userId" | "channels">>()((tx, value) =>
  tx
    .update(decisions)
    .set({ channels: sql`${sql.param(value("channels"), decisions.channels)}` })
    .where(and(eq(decisions.eventId, value("eventId")), eq(decisions.userId, value("userId"))))
    .returning({ eventId: decisions.eventId }),
);

function gatherChanges(changes: readonly DecidedLater[]): Map<string, DecidedLater[]> {
  const gathered = new Map<string, DecidedLater[]>();
  for (const change of changes) {
    const name = `${change.eventId} ${change.userId}`;
    gathered.set(name, [...(gathered.get(name) ?? []), change]);
  }
  return gathered;
}

function changeOf(changes: readonly DecidedLater[], { channel, outcome }: ChannelDecision): Partial<ChannelDecision> {
  const ours = changes.filter((one) => one.channel === channel);
  // It arrived somewhere: that it did not everywhere, such as on an old phone, changes nothing about that.
  const change = ours.find((one) => one.outcome === "sent") ?? (outcome === "sent" ? undefined : ours.at(-1));
  return change ? { outcome: change.outcome, reason: change.reason } : {};
}

/** Up to `limit` decisions on one event, by the recipient's id, after `after`. */
export async function listDecisions(tx: Tx, eventId: string, after: string, limit: number): Promise<DecisionRow[]> {
  return tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.eventId, eventId), gt(decisions.userId, after)))
    .orderBy(asc(decisions.userId))
    .limit(limit);
}

/** Undefined for whom nothing is decided, or not yet. */
export async function findDecision(
  tx: Tx,
  workspaceId: WorkspaceId,
  eventId: string,
  userId: string,
): Promise<DecisionRow | undefined> {
  const [row] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.workspaceId, workspaceId), eq(decisions.eventId, eventId), eq(decisions.userId, userId)));
  return row;
}

/** One person's decisions, newest first; `before` is the last one seen. Events come without their payload. */
export async function listDecisionsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { before, limit }: { before?: Pick<DecisionRow, "at" | "eventId">; limit: number },
) {
  return tx
    .select({
      eventId: decisions.eventId,
      notificationId: decisions.notificationId,
      channels: decisions.channels,
      at: decisions.at,
      topic: events.topic,
    })
    .from(decisions)
    .innerJoin(events, eq(events.id, decisions.eventId))
    .where(
      and(
        eq(decisions.workspaceId, workspaceId),
        eq(decisions.userId, userId),
        // The first half bounds the index, the second steps over what shares the moment.
        before && lte(decisions.at, before.at),
        before && or(lt(decisions.at, before.at), lt(decisions.eventId, before.eventId)),
      ),
    )
    .orderBy(desc(decisions.at), desc(decisions.eventId))
    .limit(limit);
}

/** What the given events said. */
export async function findPayloads(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]) {
  const rows = await tx
    .select({ id: events.id, payload: events.payload })
    .from(events)
    .where(and(eq(unindexed(events.workspaceId), workspaceId), isOneOf(events.id, ids)));
  return new Map(rows.map(({ id, payload }) => [id, payload]));
}

/**
 * The records that notifications of several events tell of, by notification, the newest first and each once. What one
 * notification tells was decided at one moment, by which it is found.
 */
export async function findMergedTitles(
  tx: Tx,
  workspaceId: WorkspaceId,
  merged: readonly { id: string; eventId: string; userId: string }[],
): Promise<Map<string, string[]>> {
  const titles = new Map<string, string[]>();
  if (merged.length === 0) return titles;
  const isTheirs = isOneOf(
    decisions.userId,
    merged.map(({ userId }) => userId),
  );
  const spoke = await tx
    .select({ at: decisions.at })
    .from(decisions)
    .where(
      and(
        isOneOf(
          decisions.eventId,
          merged.map(({ eventId }) => eventId),
        ),
        eq(unindexed(decisions.workspaceId), workspaceId),
        isTheirs,
      ),
    );
  if (spoke.length === 0) return titles;
  const rows = await tx
    .select({ id: decisions.notificationId, payload: events.payload })
    .from(decisions)
    .innerJoin(events, eq(events.id, decisions.eventId))
    .where(
      and(
        eq(decisions.workspaceId, workspaceId),
        isTheirs,
        inArray(decisions.at, [...new Map(spoke.map(({ at }) => [at.getTime(), at])).values()]),
        isOneOf(
          decisions.notificationId,
          merged.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(decisions.eventId));
  for (const { id, payload } of rows) {
    const title = payload.subject?.title;
    if (id && title) titles.set(id, [...new Set([...(titles.get(id) ?? []), title])]);
  }
  return titles;
}

/** Of a person who is erased: what was decided about them goes too. */
export async function eraseDecisionsOf(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<void> {
  await tx.delete(decisions).where(and(eq(decisions.workspaceId, workspaceId), eq(decisions.userId, userId)));
}

function isHeld(claims: number, ids: readonly string[]) {
  return and(isOneOf(events.id, ids), eq(events.claims, claims));
}

// Written out, not bound: a partial index serves only a query that repeats its words.
function isQueued() {
  return sql`${events.status} in ('accepted', 'scheduled')`;
}
