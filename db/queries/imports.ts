import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, skipLocked } from "../dialects/behaviour";
import { users } from "../schema/directory";
import { importRows, peopleImports } from "../schema/transfers";

export type ImportRow = typeof peopleImports.$inferSelect;
export type ImportedRow = typeof importRows.$inferSelect;

/** As it is while it is checked: nobody sees it until it is checked to its end. */
export async function insertImport(tx: Tx, row: typeof peopleImports.$inferInsert): Promise<void> {
  await tx.insert(peopleImports).values(row);
}

/** With what is wrong in each. */
export async function insertImportRows(tx: Tx, rows: readonly (typeof importRows.$inferInsert)[]): Promise<void> {
  await tx.insertMany(importRows, rows);
}

/** Of whichever maker: the caller holds it. */
export async function updateImport(tx: Tx, id: string, change: Partial<typeof peopleImports.$inferInsert>) {
  await tx.update(peopleImports).set(change).where(eq(peopleImports.id, id));
}

/** Of its maker only; what is not checked to its end is not there. */
export async function findImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  id: string,
): Promise<ImportRow | undefined> {
  const [row] = await tx
    .select()
    .from(peopleImports)
    .where(and(isOf(workspaceId, userId), eq(peopleImports.id, id), isNotNull(peopleImports.checkedAt)));
  return row;
}

/** One maker's, the newest first. */
export async function listImports(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  limit: number,
): Promise<ImportRow[]> {
  return tx
    .select()
    .from(peopleImports)
    .where(and(isOf(workspaceId, userId), isNotNull(peopleImports.checkedAt)))
    .orderBy(desc(peopleImports.id))
    .limit(limit);
}

/** Removes an import with its rows. */
export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.delete(peopleImports).where(eq(peopleImports.id, id));
}

/** Removes what a person looked at and did not start. */
export async function deleteUnstarted(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<void> {
  await tx.delete(peopleImports).where(and(isOf(workspaceId, userId), isNull(peopleImports.startedAt)));
}

/** Rows with faults, after row `after`. */
export async function listFaultyRows(tx: Tx, importId: string, after: number, limit: number): Promise<ImportedRow[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), isNotNull(importRows.faults), gt(importRows.number, after)))
    .orderBy(asc(importRows.number))
    .limit(limit);
}

/** Which of the people and addresses of some rows are there already; addresses over all workspaces. */
export async function findNamed(
  tx: Tx,
  workspaceId: WorkspaceId,
  { ids, emails }: { ids: readonly string[]; emails: readonly string[] },
): Promise<{ id: string; email: string; isOurs: boolean }[]> {
  const rows = await tx
    .select({ id: users.id, email: users.email, workspaceId: users.workspaceId })
    .from(users)
    .where(or(and(eq(users.workspaceId, workspaceId), isOneOf(users.id, ids)), isOneOf(users.email, emails)));
  return rows.map((row) => ({ id: row.id, email: row.email, isOurs: row.workspaceId === workspaceId }));
}

/** An import that goes on; undefined when none does. */
export async function findDueImport(tx: Tx): Promise<ImportRow | undefined> {
  const [row] = await tx.select().from(peopleImports).where(isDue()).orderBy(asc(peopleImports.id)).limit(1);
  return row;
}

/** As it is now, and nobody else's until the transaction ends; undefined where somebody moves it or it has ended. */
export async function holdImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  const [row] = await skipLocked(
    tx
      .select()
      .from(peopleImports)
      .where(and(isDue(), eq(peopleImports.id, id))),
    "no key update",
  );
  return row;
}

/** The rows without faults that come next. */
export async function nextImportRows(tx: Tx, importId: string, after: number, limit: number): Promise<ImportedRow[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), isNull(importRows.faults), gt(importRows.number, after)))
    .orderBy(asc(importRows.number))
    .limit(limit);
}

/** Forgets rows that were brought in. */
export async function deleteImportRows(tx: Tx, importId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await tx.delete(importRows).where(and(eq(importRows.importId, importId), inArray(importRows.number, [...numbers])));
}

/** Forgets the rows that are still to be brought in. */
export async function deleteWaitingRows(tx: Tx, importId: string): Promise<void> {
  await tx.delete(importRows).where(and(eq(importRows.importId, importId), isNull(importRows.faults)));
}

/** Forgets rows that are about a person (S28). */
export async function eraseImportRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, email }: { id: string; email: string },
): Promise<void> {
  const isTheirs = or(eq(importRows.userId, id), eq(importRows.email, email));
  await tx.delete(importRows).where(and(eq(importRows.workspaceId, workspaceId), isTheirs));
}

/** Removes what was not started since `unstarted`, and what was made before `old`; answers how many, `limit` at most. */
export async function purgeImports(
  tx: Tx,
  { unstarted, old }: { unstarted: Date; old: Date },
  limit: number,
): Promise<number> {
  const { id, createdAt, startedAt } = peopleImports;
  const stale = await tx
    .select({ id })
    .from(peopleImports)
    .where(or(lt(createdAt, old), and(isNull(startedAt), lt(createdAt, unstarted))))
    .limit(limit);
  const ids = stale.map((row) => row.id);
  await tx.delete(peopleImports).where(isOneOf(id, ids));
  return ids.length;
}

function isOf(workspaceId: WorkspaceId, userId: string) {
  return and(eq(peopleImports.workspaceId, workspaceId), eq(peopleImports.userId, userId));
}

// Written out, not bound: a partial index serves only a query that repeats its words.
function isDue() {
  return sql`(started_at is not null and ended_at is null)`;
}
