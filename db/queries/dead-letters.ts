import { and, asc, count, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Channel, Reason } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { attempts, deliveries } from "../schema/deliveries";
import type { AttemptRow, DeliveryRow } from "./deliveries";

/** Absent: any. */
export interface DeadLetterFilter {
  ids?: readonly string[];
  /** Ids of the events that they tell of. */
  events?: readonly string[];
  channel?: Channel;
  reason?: Reason;
}

/** Deliveries that failed for good, newest first, a digest as one; `before` is the last one seen. */
export async function listDeadLetters(
  tx: Tx,
  workspaceId: WorkspaceId,
  filter: DeadLetterFilter,
  { before, limit }: { before?: string; limit: number },
): Promise<DeliveryRow[]> {
  return tx
    .select()
    .from(deliveries)
    .where(and(isLetter(workspaceId, filter), before === undefined ? undefined : lt(deliveries.id, before)))
    .orderBy(desc(deliveries.id))
    .limit(limit);
}

/** How many deliveries that failed for good the filter lets through, with each that a digest told of. */
export async function countDeadLetters(tx: Tx, workspaceId: WorkspaceId, filter: DeadLetterFilter): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(deliveries).where(isDead(workspaceId, filter));
  return row?.n ?? 0;
}

/** The last try of each of these deliveries. */
export async function lastAttempts(tx: Tx, deliveryIds: readonly string[]): Promise<Map<string, AttemptRow>> {
  const rows = await tx
    .select()
    .from(attempts)
    .where(isOneOf(attempts.deliveryId, deliveryIds))
    .orderBy(asc(attempts.deliveryId), asc(attempts.number));
  return new Map(rows.map((row) => [row.deliveryId, row]));
}

/**
 * Changes up to `limit` dead letters after `after`, and answers them as they are now. Each once, however many ask at the
 * same time: who comes later finds it dead no more. What a digest told of is the digest's.
 */
export async function changeDeadLetters(
  tx: Tx,
  workspaceId: WorkspaceId,
  { after, limit, ...filter }: DeadLetterFilter & { after: string; limit: number },
  change: Partial<DeliveryRow>,
): Promise<DeliveryRow[]> {
  const due = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(isLetter(workspaceId, filter), gt(deliveries.id, after)))
    .orderBy(asc(deliveries.id))
    .limit(limit);
  const ids = due.map(({ id }) => id);
  if (ids.length === 0) return [];
  const changed = await tx
    .update(deliveries)
    .set(change)
    .where(and(isOneOf(deliveries.id, ids), isDead(workspaceId, {})))
    .returning();
  return changed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** One that is sent or given up by itself; of a digest that which it goes as, also where the filter names another of it. */
function isLetter(workspaceId: WorkspaceId, { events, ...filter }: DeadLetterFilter) {
  const told = alias(deliveries, "told");
  const tellsOf = (ids: readonly string[]) =>
    sql`exists (select 1 from ${deliveries} as told where told.digest_id is not null and ${and(eq(told.digestId, deliveries.id), isOneOf(told.eventId, ids))})`;
  const isNamed = events && or(isOneOf(deliveries.eventId, events), tellsOf(events));
  return and(isDead(workspaceId, filter), isNull(deliveries.digestId), isNamed);
}

// `failed` is written out, not bound: a partial index serves only a query that repeats its words. And every id is asked for,
// since SQLite would go through all deliveries of the workspace as well as through the dead.
function isDead(workspaceId: WorkspaceId, { ids, events, channel, reason }: DeadLetterFilter) {
  return and(
    eq(deliveries.workspaceId, workspaceId),
    sql`state = 'failed'`,
    gt(deliveries.id, ""),
    ids === undefined ? undefined : isOneOf(deliveries.id, ids),
    events === undefined ? undefined : isOneOf(deliveries.eventId, events),
    channel === undefined ? undefined : eq(deliveries.channel, channel),
    reason === undefined ? undefined : eq(deliveries.reason, reason),
  );
}
