import { and, asc, desc, eq, getTableColumns, gt, gte, lt, lte, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, unindexed } from "../dialects/behaviour";
import { attempts, deliveries } from "../schema/deliveries";
import { decisions, events } from "../schema/events";
import type { AttemptRow, DeliveryRow } from "./deliveries";
import type { EventRow } from "./events";

/** Where a page ended: the moment that its list is ordered by, and the id for what shares it. */
export interface Place {
  at: Date;
  id: string;
}

interface Asked {
  before?: Place;
  limit: number;
}

/** Events, newest first; all, those of one topic, or the few that are merging or were cancelled. */
export async function listEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  only: { topic?: string; apart?: "merging" | "cancelled" },
  { before, limit }: Asked,
): Promise<EventRow[]> {
  return tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        only.topic === undefined ? undefined : eq(events.topic, only.topic),
        // The words of the partial index, so that it serves.
        only.apart && sql`${events.status} in ('merging', 'cancelled') and ${eq(events.status, only.apart)}`,
        before && lte(events.createdAt, before.at),
        before && or(lt(events.createdAt, before.at), lt(events.id, before.id)),
      ),
    )
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit);
}

/** Events that were not decided yet, the next first. */
export async function listQueuedEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before: after, limit }: Asked,
): Promise<EventRow[]> {
  return tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        sql`${events.status} in ('accepted', 'scheduled')`,
        after && gte(events.dueAt, after.at),
        after && or(gt(events.dueAt, after.at), gt(events.id, after.id)),
      ),
    )
    .orderBy(asc(events.dueAt), asc(events.id))
    .limit(limit);
}

/** The given events, in no order. */
export async function findEvents(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<EventRow[]> {
  return tx
    .select()
    .from(events)
    .where(and(eq(unindexed(events.workspaceId), workspaceId), isOneOf(events.id, ids)));
}

/** How many recipients an event was decided for so far. */
export async function countDecisions(tx: Tx, eventId: string): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(*)` }).from(decisions).where(eq(decisions.eventId, eventId));
  return Number(row?.n ?? 0);
}

/** A delivery without its words. */
export type ListedDelivery = Omit<DeliveryRow, "content">;

const { content: _, ...LISTED } = getTableColumns(deliveries);

/** Deliveries, newest first. */
export async function listDeliveries(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, limit }: Asked,
): Promise<ListedDelivery[]> {
  return tx
    .select(LISTED)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        before && lte(deliveries.createdAt, before.at),
        before && or(lt(deliveries.createdAt, before.at), lt(deliveries.id, before.id)),
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(limit);
}

/** One person's deliveries, those of the newest events first; `before` is an event, whose other lanes are left out. */
export async function listDeliveriesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { before, limit }: { before?: Pick<DeliveryRow, "eventId" | "lane">; limit: number },
): Promise<ListedDelivery[]> {
  return tx
    .select(LISTED)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.userId, userId),
        before && lte(deliveries.eventId, before.eventId),
        before && or(lt(deliveries.eventId, before.eventId), lt(deliveries.lane, before.lane)),
      ),
    )
    .orderBy(desc(deliveries.eventId), desc(deliveries.lane))
    .limit(limit);
}

/** What was sent of one event to the given people, in the order of the channels' names. */
export async function findDeliveries(
  tx: Tx,
  workspaceId: WorkspaceId,
  eventId: string,
  userIds: readonly string[],
): Promise<ListedDelivery[]> {
  return tx
    .select(LISTED)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        isOneOf(deliveries.userId, userIds),
        eq(deliveries.eventId, eventId),
      ),
    )
    .orderBy(asc(deliveries.lane));
}

/** Every try of the given deliveries, oldest first. */
export async function findAttempts(tx: Tx, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  return tx
    .select()
    .from(attempts)
    .where(isOneOf(attempts.deliveryId, deliveryIds))
    .orderBy(asc(attempts.deliveryId), asc(attempts.number));
}
