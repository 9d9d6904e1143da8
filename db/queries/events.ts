import { and, asc, desc, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { events } from "../schema/events";

export type EventRow = typeof events.$inferSelect;

/** Of an event on which nobody has worked yet. */
export const UNTOUCHED = { processedAt: null, cursor: null, leaseUntil: null, claims: 0, unheard: 0 } as const;

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
export async function listEventsOfTopic(
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

/** Events as they are now, in the order of their ids; whoever else locks them waits until the transaction ends. */
export async function lockEvents(tx: Tx, ids: readonly string[]): Promise<EventRow[]> {
  return forUpdate(tx.select().from(events).where(isOneOf(events.id, ids)).orderBy(asc(events.id)));
}

/** What the given events said. */
export async function findPayloads(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]) {
  const rows = await tx
    .select({ id: events.id, payload: events.payload })
    .from(events)
    .where(and(eq(unindexed(events.workspaceId), workspaceId), isOneOf(events.id, ids)));
  return new Map(rows.map(({ id, payload }) => [id, payload]));
}
