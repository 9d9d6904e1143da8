import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf } from "../dialects/behaviour";
import { attempts, deliveries } from "../schema/deliveries";

export type DeliveryRow = typeof deliveries.$inferSelect;
export type NewDelivery = typeof deliveries.$inferInsert;
export type AttemptRow = typeof attempts.$inferSelect;

/** As many as there are: an audience may be any size. */
export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  await tx.insertMany(deliveries, rows);
}

/** The other members of batches, which go with their leaders. What a digest told of goes nowhere any more. */
export async function followersOf(tx: Tx, leaderIds: readonly string[]): Promise<DeliveryRow[]> {
  if (leaderIds.length === 0) return [];
  return tx
    .select()
    .from(deliveries)
    .where(
      and(
        isOneOf(deliveries.leaderId, leaderIds),
        sql`${deliveries.leaderId} <> ${deliveries.id}`,
        isNull(deliveries.digestId),
        isPending(),
      ),
    )
    .orderBy(asc(deliveries.id));
}

/** What to make of a delivery, if it is still pending and still held by the claim `claims` (F13). */
export interface HeldChange {
  row: Pick<DeliveryRow, "id" | "claims">;
  change: Partial<DeliveryRow>;
}

/** Answers for each whether it was held still. */
export function changeHeld(tx: Tx, changes: readonly HeldChange[]): Promise<boolean[]> {
  return tx.updateMany(
    deliveries,
    changes.map(({ row: { id, claims }, change }) => ({ where: { id, claims, state: "pending" }, set: change })),
  );
}

/** The heartbeat: holds on to claims for longer. A claim that was taken over is left alone. */
export async function extendLeases(
  tx: Tx,
  held: readonly Pick<DeliveryRow, "id" | "claims">[],
  leaseUntil: Date,
): Promise<void> {
  for (const claims of new Set(held.map((one) => one.claims))) {
    const ids = held.filter((one) => one.claims === claims).map(({ id }) => id);
    await tx
      .update(deliveries)
      .set({ leaseUntil })
      .where(and(isOneOf(deliveries.id, ids), eq(deliveries.claims, claims), isPending()));
  }
}

/** Deliveries of these notifications on which no try has begun; locked until the transaction ends. */
export async function findUntried(tx: Tx, notificationIds: readonly string[]): Promise<DeliveryRow[]> {
  if (notificationIds.length === 0) return [];
  return forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(and(isOneOf(deliveries.notificationId, notificationIds), isPending(), eq(deliveries.claims, 0)))
      .orderBy(asc(deliveries.id)),
  );
}

/** Ends deliveries that `findUntried` locked. */
export async function endDeliveries(
  tx: Tx,
  ids: readonly string[],
  end: Pick<DeliveryRow, "state" | "reason" | "endedAt">,
): Promise<void> {
  await tx.update(deliveries).set(end).where(isOneOf(deliveries.id, ids));
}

/** Tries that ended, and those of which no word came (F12). */
export async function insertAttempts(tx: Tx, rows: readonly AttemptRow[]): Promise<void> {
  await tx.insertMany(attempts, rows);
}

/** Whether a delivery is claimed by itself: pending, and no follower of another. `of` is its table with a dot. */
export function isLeading(of: SQL = sql``): SQL {
  // Written out, not bound: a partial index serves only a query that repeats its words.
  return sql`${of}state = 'pending' and (${of}leader_id is null or ${of}leader_id = ${of}id)`;
}

/**
 * Never tried, and waits for a moment at which everything of its person leaves together: claimed one by one, two workers
 * would send two halves of a digest.
 */
export function waitsTogether(of: SQL = sql``): SQL {
  return sql`(${of}claims = 0 and ${of}reason in ('in_digest', 'quiet_hours', 'paused'))`;
}

function isPending(): SQL {
  return sql`${deliveries.state} = 'pending'`;
}

/** What waits to be sent to one person, and not to be tried again; locked against workers and other changes. */
export async function findWaiting(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<DeliveryRow[]> {
  return forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          eq(deliveries.userId, userId),
          isPending(),
          sql`(${deliveries.attempts} = 0 and ${deliveries.lost} = 0 or ${deliveries.reason} in ('quiet_hours', 'paused'))`,
          isNull(deliveries.leaseUntil),
          isNull(deliveries.leaderId),
        ),
      )
      .orderBy(asc(deliveries.id)),
  );
}

/** Has the given deliveries leave at another time, or wait for something else. */
export async function retimeDeliveries(
  tx: Tx,
  ids: readonly string[],
  change: Pick<DeliveryRow, "dueAt" | "reason">,
): Promise<void> {
  await tx.update(deliveries).set(change).where(isOneOf(deliveries.id, ids));
}
