import { and, count, desc, eq, gte, isNull, lt, lte, min, sql } from "drizzle-orm";
import type { Channel } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { deliveries, gates } from "../schema/deliveries";
import { events } from "../schema/events";

/** How much waits, and since when the oldest of it has been due. */
export interface Queue {
  waiting: number;
  oldestDueAt: Date | null;
}

/** Events of the whole installation that are due and not decided. */
export async function eventQueue(tx: Tx, now: Date): Promise<Queue> {
  const [row] = await tx
    .select({ waiting: count(), oldestDueAt: min(events.dueAt) })
    .from(events)
    .where(and(sql`${events.status} in ('accepted', 'scheduled')`, lte(events.dueAt, now)));
  return row ?? { waiting: 0, oldestDueAt: null };
}

/** Deliveries of the whole installation that are due and did not leave, by channel. */
export async function deliveryQueues(tx: Tx, now: Date): Promise<(Queue & { channel: Channel })[]> {
  return tx
    .select({ channel: deliveries.channel, waiting: count(), oldestDueAt: min(deliveries.dueAt) })
    .from(deliveries)
    .where(and(sql`${deliveries.state} = 'pending'`, lte(deliveries.dueAt, now)))
    .groupBy(deliveries.channel)
    .orderBy(deliveries.channel);
}

/** Deliveries that failed for good and wait for somebody's word, a digest as one. */
export async function countDeadLetters(tx: Tx): Promise<number> {
  const isLetter = and(sql`${deliveries.state} = 'failed'`, isNull(deliveries.digestId));
  const [row] = await tx.select({ n: count() }).from(deliveries).where(isLetter);
  return row?.n ?? 0;
}

/** Providers that failed lately or asked for a pause, those that failed most first. */
export async function troubledGates(tx: Tx, now: Date, limit: number) {
  return tx
    .select()
    .from(gates)
    .where(sql`${gates.failures} > 0 or ${gates.readyAt} > ${sql.param(now, gates.readyAt)}`)
    .orderBy(desc(gates.failures), gates.key)
    .limit(limit);
}

/** How many events a workspace took from `from` until `to`. */
export async function countEvents(tx: Tx, workspaceId: WorkspaceId, from: Date, to: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(events)
    .where(and(eq(events.workspaceId, workspaceId), gte(events.createdAt, from), lt(events.createdAt, to)));
  return row?.n ?? 0;
}
