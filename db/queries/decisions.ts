import { and, asc, desc, eq, gt, inArray, lt, lte, or } from "drizzle-orm";
import type { ChannelDecision } from "@/lib/core/decision";
import { gather } from "@/lib/core/gather";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { decisions, events } from "../schema/events";

export type DecisionRow = typeof decisions.$inferSelect;

/** One row for each event and recipient; a second one of the same is refused by the database. */
export async function insertDecisions(tx: Tx, rows: readonly (typeof decisions.$inferInsert)[]): Promise<void> {
  await tx.insertMany(decisions, rows);
}

/** Puts decisions in the place of those of the same events and people. */
export async function replaceDecisions(tx: Tx, rows: readonly DecisionRow[]): Promise<void> {
  for (const [eventId, ofEvent] of gather(rows, (row) => row.eventId)) {
    const userIds = ofEvent.map(({ userId }) => userId);
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
  const told = gather(changes, (one) => `${one.eventId} ${one.userId}`);
  await tx.updateMany(
    decisions,
    rows.flatMap(({ eventId, userId, channels }) => {
      const ofPerson = told.get(`${eventId} ${userId}`);
      if (!ofPerson) return [];
      return {
        where: { eventId, userId },
        set: { channels: channels.map((one) => ({ ...one, ...changeOf(ofPerson, one) })) },
      };
    }),
  );
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

/** A record that a notification of several events tells of, and when that happened. */
export interface MergedRecord {
  title: string;
  at: Date;
}

/**
 * The records that notifications of several events tell of, by notification, the newest first and each once. What one
 * notification tells was decided at one moment, by which it is found.
 */
export async function findMergedRecords(
  tx: Tx,
  workspaceId: WorkspaceId,
  merged: readonly { id: string; eventId: string; userId: string }[],
): Promise<Map<string, MergedRecord[]>> {
  if (merged.length === 0) return new Map();
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
  if (spoke.length === 0) return new Map();
  const rows = await tx
    .select({ id: decisions.notificationId, payload: events.payload, at: events.createdAt })
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
  const told = gather(rows, ({ id }) => id ?? "");
  return new Map([...told].map(([id, ofOne]) => [id, recordsOf(ofOne)]));
}

/** By title, so that a long list costs one look each. */
function recordsOf(rows: readonly { payload: StoredEvent; at: Date }[]): MergedRecord[] {
  const records = new Map<string, MergedRecord>();
  for (const { payload, at } of rows) {
    const title = payload.subject?.title;
    if (title && !records.has(title)) records.set(title, { title, at });
  }
  return [...records.values()];
}

/** Of a person who is erased: what was decided about them goes too. */
export async function eraseDecisionsOf(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<void> {
  await tx.delete(decisions).where(and(eq(decisions.workspaceId, workspaceId), eq(decisions.userId, userId)));
}
