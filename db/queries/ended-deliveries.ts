import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { deliveries } from "../schema/deliveries";
import { notifications } from "../schema/notifications";
import type { DeliveryRow } from "./deliveries";

/** One delivery, locked until the transaction ends. */
export async function lockDelivery(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, id))),
  );
  return row;
}

/** Changes a delivery that `lockDelivery` locked. */
export async function changeLocked(tx: Tx, id: string, change: Partial<DeliveryRow>): Promise<void> {
  await tx.update(deliveries).set(change).where(eq(deliveries.id, id));
}

/** What a digest that failed told of is its no longer: each is sent again, or given up, by itself. */
export async function freeGathered(tx: Tx, digestId: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ digestId: null })
    .where(and(isNotNull(deliveries.digestId), eq(deliveries.digestId, digestId), eq(deliveries.state, "failed")));
}

/** Email to a person that reading cancelled before it was tried, about those of these notifications that are open now. */
export async function findUnreadAgain(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  notificationIds: readonly string[],
): Promise<DeliveryRow[]> {
  const rows = await tx
    .select({ delivery: deliveries })
    .from(notifications)
    .innerJoin(
      deliveries,
      // By what is unique, so that its index serves.
      and(
        eq(deliveries.workspaceId, notifications.workspaceId),
        eq(deliveries.userId, notifications.userId),
        eq(deliveries.eventId, notifications.eventId),
        sql`${deliveries.lane} = 'email'`,
      ),
    )
    .where(
      and(
        eq(unindexed(notifications.workspaceId), workspaceId),
        eq(notifications.userId, userId),
        isOneOf(notifications.id, notificationIds),
        isNull(notifications.readAt),
        isNull(notifications.archivedAt),
        eq(deliveries.state, "cancelled"),
        eq(deliveries.reason, "already_read"),
        eq(deliveries.claims, 0),
      ),
    )
    .orderBy(asc(deliveries.id));
  return rows.map(({ delivery }) => delivery);
}

/** Has what reading cancelled leave after all. */
export async function reviveDeliveries(
  tx: Tx,
  ids: readonly string[],
  change: Pick<DeliveryRow, "dueAt" | "reason">,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({ ...change, state: "pending", endedAt: null })
    .where(and(isOneOf(deliveries.id, ids), eq(deliveries.state, "cancelled"), eq(deliveries.reason, "already_read")));
}
