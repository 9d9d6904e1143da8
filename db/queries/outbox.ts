import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { outbox } from "../schema/deliveries";

export type OutboxRow = typeof outbox.$inferSelect;

/** Keeps mails, each key once. */
export async function keepMails(tx: Tx, rows: readonly (typeof outbox.$inferInsert)[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(outbox)
      .values([...rows])
      .onConflictDoNothing();
}

/** Newest first. */
export async function listOutbox(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, limit }: { before?: string; limit: number },
): Promise<OutboxRow[]> {
  return tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), before ? lt(outbox.id, before) : undefined))
    .orderBy(desc(outbox.id))
    .limit(limit);
}

/** With its text; undefined for one of another workspace. */
export async function findOutboxMail(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<OutboxRow | undefined> {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.id, id)));
  return row;
}

/** Removes those of the `limit` oldest mails that were kept before `before`; answers how many. */
export async function purgeOutbox(tx: Tx, before: Date, limit: number): Promise<number> {
  const oldest = await tx
    .select({ id: outbox.id, createdAt: outbox.createdAt })
    .from(outbox)
    .orderBy(asc(outbox.id))
    .limit(limit);
  const old = oldest.filter(({ createdAt }) => createdAt < before).map(({ id }) => id);
  await tx.delete(outbox).where(isOneOf(outbox.id, old));
  return old.length;
}

/** Forgets the mails to an address (S28). */
export async function eraseMailsTo(tx: Tx, workspaceId: WorkspaceId, address: string): Promise<void> {
  await tx.delete(outbox).where(and(eq(outbox.workspaceId, workspaceId), eq(outbox.to, address)));
}
