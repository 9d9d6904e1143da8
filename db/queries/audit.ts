import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate } from "../dialects/behaviour";
import { auditEntries } from "../schema/access";
import { workspaces } from "../schema/directory";

export type AuditRow = typeof auditEntries.$inferSelect;

/** The end of the workspace's chain; nobody else adds to it until the transaction ends. */
export async function lockAuditEnd(tx: Tx, workspaceId: WorkspaceId): Promise<{ number: number; hash: string }> {
  await forUpdate(tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)));
  const [last] = await tx
    .select({ number: auditEntries.number, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.workspaceId, workspaceId))
    .orderBy(desc(auditEntries.number))
    .limit(1);
  return last ?? { number: 0, hash: "" };
}

/** Its number and hash go on from `lockAuditEnd`, which must have been asked in this transaction. */
export async function insertAuditEntry(tx: Tx, row: typeof auditEntries.$inferInsert): Promise<void> {
  await tx.insert(auditEntries).values(row);
}

/** The whole chain in order. */
export async function listAuditEntries(tx: Tx, workspaceId: WorkspaceId): Promise<AuditRow[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.workspaceId, workspaceId))
    .orderBy(asc(auditEntries.number));
}

/** Up to `limit` entries after the one of that number, in order. */
export async function listAuditAfter(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: number,
  limit: number,
): Promise<AuditRow[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.workspaceId, workspaceId), gt(auditEntries.number, after)))
    .orderBy(asc(auditEntries.number))
    .limit(limit);
}

/** The newest entries before the one of that number, newest first. */
export async function listAuditBefore(
  tx: Tx,
  workspaceId: WorkspaceId,
  before: number | undefined,
  limit: number,
): Promise<AuditRow[]> {
  return tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.workspaceId, workspaceId),
        before === undefined ? undefined : lt(auditEntries.number, before),
      ),
    )
    .orderBy(desc(auditEntries.number))
    .limit(limit);
}
