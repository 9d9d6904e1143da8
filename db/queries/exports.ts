import { and, asc, desc, eq, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, skipLocked } from "../dialects/behaviour";
import { exportParts, peopleExports } from "../schema/transfers";

export type ExportRow = typeof peopleExports.$inferSelect;

/** A job for the worker; the file grows in parts. */
export async function insertExport(tx: Tx, row: typeof peopleExports.$inferInsert): Promise<void> {
  await tx.insert(peopleExports).values(row);
}

/** Of whichever maker: the caller holds it. */
export async function updateExport(tx: Tx, id: string, change: Partial<typeof peopleExports.$inferInsert>) {
  await tx.update(peopleExports).set(change).where(eq(peopleExports.id, id));
}

/** Of its maker only. */
export async function findExport(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  id: string,
): Promise<ExportRow | undefined> {
  const [row] = await tx
    .select()
    .from(peopleExports)
    .where(and(isOf(workspaceId, userId), eq(peopleExports.id, id)));
  return row;
}

/** One maker's, the newest first. */
export async function listExports(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  limit: number,
): Promise<ExportRow[]> {
  return tx.select().from(peopleExports).where(isOf(workspaceId, userId)).orderBy(desc(peopleExports.id)).limit(limit);
}

/** An export that goes on; undefined when none does. */
export async function findDueExport(tx: Tx): Promise<ExportRow | undefined> {
  const [row] = await tx.select().from(peopleExports).where(isDue()).orderBy(asc(peopleExports.id)).limit(1);
  return row;
}

/** As it is now, and nobody else's until the transaction ends; undefined where somebody moves it or it has ended. */
export async function holdExport(tx: Tx, id: string): Promise<ExportRow | undefined> {
  const [row] = await skipLocked(
    tx
      .select()
      .from(peopleExports)
      .where(and(isDue(), eq(peopleExports.id, id))),
    "no key update",
  );
  return row;
}

/** Adds a piece to the end of a file. */
export async function addExportPart(tx: Tx, exportId: string, text: string): Promise<void> {
  const [last] = await tx
    .select({ number: exportParts.number })
    .from(exportParts)
    .where(eq(exportParts.exportId, exportId))
    .orderBy(desc(exportParts.number))
    .limit(1);
  await tx.insert(exportParts).values({ exportId, number: (last?.number ?? 0) + 1, text });
}

/** A piece of a file, from 1 on; undefined after the last. */
export async function findExportPart(tx: Tx, exportId: string, number: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ text: exportParts.text })
    .from(exportParts)
    .where(and(eq(exportParts.exportId, exportId), eq(exportParts.number, number)));
  return row?.text;
}

/**
 * Removes every file of a workspace, since each may tell of who is erased (S28): what was ready is gone, for a reason
 * that `fault` tells, and what is being written starts again.
 */
export async function withdrawExports(tx: Tx, workspaceId: WorkspaceId, now: Date, fault: string): Promise<void> {
  const isHere = eq(peopleExports.workspaceId, workspaceId);
  await tx
    .update(peopleExports)
    .set({ expiresAt: now, fault })
    .where(and(isHere, isNotNull(peopleExports.endedAt), isNull(peopleExports.fault)));
  await tx
    .update(peopleExports)
    .set({ cursor: "", rows: 0, bytes: 0 })
    .where(and(isHere, isNull(peopleExports.endedAt)));
  const rows = await tx.select({ id: peopleExports.id }).from(peopleExports).where(isHere);
  await dropParts(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Removes the files that expired, and exports made before `old`; answers how many of either, `limit` at most. */
export async function purgeExports(
  tx: Tx,
  { expired, old }: { expired: Date; old: Date },
  limit: number,
): Promise<number> {
  const { id, createdAt, expiresAt } = peopleExports;
  const parts = await tx
    .select({ exportId: exportParts.exportId, number: exportParts.number })
    .from(exportParts)
    .innerJoin(peopleExports, eq(id, exportParts.exportId))
    .where(lte(expiresAt, expired))
    .limit(limit);
  await dropParts(tx, [...new Set(parts.map(({ exportId }) => exportId))]);
  const stale = await tx.select({ id }).from(peopleExports).where(lt(createdAt, old)).limit(limit);
  const ids = stale.map((row) => row.id);
  await tx.delete(peopleExports).where(isOneOf(id, ids));
  return Math.max(parts.length, ids.length);
}

async function dropParts(tx: Tx, exportIds: readonly string[]): Promise<void> {
  await tx.delete(exportParts).where(isOneOf(exportParts.exportId, exportIds));
}

function isOf(workspaceId: WorkspaceId, userId: string) {
  return and(eq(peopleExports.workspaceId, workspaceId), eq(peopleExports.userId, userId));
}

// Written out, not bound: a partial index serves only a query that repeats its words.
function isDue() {
  return sql`(ended_at is null)`;
}
