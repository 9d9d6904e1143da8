import { and, asc, eq, max } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { raisings, triggers } from "../schema/triggers";

export type TriggerRow = typeof triggers.$inferSelect;
export type RaisingRow = typeof raisings.$inferSelect;

/** Bounds a statement's parameters. */
const ROWS_A_STATEMENT = 500;

/** All of a workspace, the oldest first. */
export async function listTriggerRows(tx: Tx, workspaceId: WorkspaceId): Promise<TriggerRow[]> {
  return tx.select().from(triggers).where(eq(triggers.workspaceId, workspaceId)).orderBy(asc(triggers.id));
}

/** Undefined for one of another workspace. */
export async function findTrigger(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<TriggerRow | undefined> {
  const [row] = await tx
    .select()
    .from(triggers)
    .where(and(eq(triggers.workspaceId, workspaceId), eq(triggers.id, id)));
  return row;
}

/** It meets events that are decided from now on. */
export async function insertTrigger(tx: Tx, row: TriggerRow): Promise<void> {
  await tx.insert(triggers).values(row);
}

/** What it raised until now stays as it is. */
export async function changeTrigger(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<Omit<TriggerRow, "id" | "workspaceId">>,
): Promise<void> {
  await tx
    .update(triggers)
    .set(change)
    .where(and(eq(triggers.workspaceId, workspaceId), eq(triggers.id, id)));
}

/** What it raised stays, under its name. */
export async function removeTrigger(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.delete(triggers).where(and(eq(triggers.workspaceId, workspaceId), eq(triggers.id, id)));
}

/** Answers those that were not there: an event meets a trigger once. */
export async function insertRaisings(tx: Tx, rows: readonly RaisingRow[]): Promise<RaisingRow[]> {
  const fresh: RaisingRow[] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const some = rows.slice(start, start + ROWS_A_STATEMENT);
    fresh.push(...(await tx.insert(raisings).values(some).onConflictDoNothing().returning()));
  }
  return fresh;
}

/** What triggers made of one event. */
export async function listRaisings(tx: Tx, eventId: string): Promise<RaisingRow[]> {
  return tx.select().from(raisings).where(eq(raisings.eventId, eventId)).orderBy(asc(raisings.triggerId));
}

/** When each of these triggers was last met. */
export async function latestRaisings(tx: Tx, triggerIds: readonly string[]): Promise<Map<string, Date>> {
  if (triggerIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: raisings.triggerId, at: max(raisings.at) })
    .from(raisings)
    .where(isOneOf(raisings.triggerId, triggerIds))
    .groupBy(raisings.triggerId);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at]] : [])));
}
