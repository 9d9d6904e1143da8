import { asc, eq } from "drizzle-orm";
import type { SecondPersonRule } from "@/lib/core/second-person";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf } from "../dialects/behaviour";
import { workspaces } from "../schema/directory";

/** False when there is one with that id already. */
export async function insertWorkspace(tx: Tx, row: typeof workspaces.$inferInsert): Promise<boolean> {
  const made = await tx.insert(workspaces).values(row).onConflictDoNothing().returning({ id: workspaces.id });
  return made.length > 0;
}

export type WorkspaceRow = typeof workspaces.$inferSelect;

/** All of the installation, the oldest first. */
export async function listWorkspaces(tx: Tx): Promise<WorkspaceRow[]> {
  return tx.select().from(workspaces).orderBy(asc(workspaces.createdAt), asc(workspaces.id));
}

/** Undefined where there is none of that id. */
export async function findWorkspace(tx: Tx, id: WorkspaceId): Promise<WorkspaceRow | undefined> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.id, id));
  return row;
}

/** The workspace as it is now; whoever else locks it waits until the transaction ends. */
export async function lockWorkspace(tx: Tx, id: WorkspaceId): Promise<WorkspaceRow | undefined> {
  const [row] = await forUpdate(tx.select().from(workspaces).where(eq(workspaces.id, id)));
  return row;
}

/** From how many rows on an export is reported (R82); null: none is. */
export async function saveLargeExportRows(tx: Tx, id: WorkspaceId, largeExportRows: number | null): Promise<void> {
  await tx.update(workspaces).set({ largeExportRows }).where(eq(workspaces.id, id));
}

/** From how many people on a broadcast needs a second person (S32). */
export function secondPersonRuleOf(row: WorkspaceRow | undefined): SecondPersonRule {
  const { secondPersonFrom = null, secondPersonNext = null, secondPersonNextAt = null } = row ?? {};
  return { from: secondPersonFrom, next: secondPersonNextAt && { from: secondPersonNext, at: secondPersonNextAt } };
}

/** With the rule that takes its place later, null for none. */
export async function saveSecondPersonRule(tx: Tx, id: WorkspaceId, { from, next }: SecondPersonRule): Promise<void> {
  const columns = {
    secondPersonFrom: from,
    secondPersonNext: next?.from ?? null,
    secondPersonNextAt: next?.at ?? null,
  };
  await tx.update(workspaces).set(columns).where(eq(workspaces.id, id));
}

/** What a setup link opens; only the hash of its token is kept (S35). */
export async function findWorkspaceBySetupToken(tx: Tx, tokenHash: string): Promise<WorkspaceRow | undefined> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.setupTokenHash, tokenHash));
  return row;
}

/** Null: no link opens any more. */
export async function saveSetupToken(tx: Tx, id: WorkspaceId, setupTokenHash: string | null): Promise<void> {
  await tx.update(workspaces).set({ setupTokenHash }).where(eq(workspaces.id, id));
}

/** The names of workspaces, and in which zone their day runs. */
export async function findWorkspaces(
  tx: Tx,
  ids: readonly WorkspaceId[],
): Promise<Map<WorkspaceId, { name: string; timeZone: string }>> {
  const rows = await tx
    .select({ id: workspaces.id, name: workspaces.name, timeZone: workspaces.timeZone })
    .from(workspaces)
    .where(isOneOf(workspaces.id, ids));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
