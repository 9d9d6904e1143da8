import { desc, eq, inArray, lt } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate } from "../dialects/behaviour";
import { mailKeys, providerNotes } from "../schema/mail";

export type MailKeyRow = typeof mailKeys.$inferSelect;

/** What signs now; undefined where the workspace has none yet. */
export async function newestMailKey(tx: Tx, workspaceId: WorkspaceId): Promise<MailKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(mailKeys)
    .where(eq(mailKeys.workspaceId, workspaceId))
    .orderBy(desc(mailKeys.createdAt), desc(mailKeys.id))
    .limit(1);
  return row;
}

/** Of any workspace: the key says which one a link is of. */
export async function findMailKey(tx: Tx, id: string): Promise<MailKeyRow | undefined> {
  const [row] = await tx.select().from(mailKeys).where(eq(mailKeys.id, id));
  return row;
}

/** Older ones stay: links in mails that have left are signed with them (S25). */
export async function insertMailKey(tx: Tx, row: MailKeyRow): Promise<void> {
  await tx.insert(mailKeys).values(row);
}

/** Removes `limit` at most; answers how many. */
export async function purgeMailKeys(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = tx.select({ id: mailKeys.id }).from(mailKeys).where(lt(mailKeys.createdAt, before)).limit(limit);
  return (await tx.delete(mailKeys).where(inArray(mailKeys.id, old)).returning({ id: mailKeys.id })).length;
}

/**
 * Notes what a provider told us. `new`: never heard; `again`: the provider sends it once more, as it does when it missed
 * our answer; `replayed`: somebody sends what was sent before, word for word.
 */
export async function noteFromProvider(tx: Tx, id: string, sentAt: Date): Promise<"new" | "again" | "replayed"> {
  const inserted = await tx
    .insert(providerNotes)
    .values({ id, sentAt })
    .onConflictDoNothing()
    .returning({ id: providerNotes.id });
  if (inserted.length > 0) return "new";
  const [known] = await forUpdate(tx.select().from(providerNotes).where(eq(providerNotes.id, id)));
  if (!known || known.sentAt >= sentAt) return "replayed";
  await tx.update(providerNotes).set({ sentAt }).where(eq(providerNotes.id, id));
  return "again";
}

/** Removes `limit` at most; answers how many. */
export async function purgeProviderNotes(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = tx
    .select({ id: providerNotes.id })
    .from(providerNotes)
    .where(lt(providerNotes.sentAt, before))
    .limit(limit);
  return (await tx.delete(providerNotes).where(inArray(providerNotes.id, old)).returning({ id: providerNotes.id }))
    .length;
}
