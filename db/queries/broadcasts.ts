import { and, asc, between, desc, eq, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { broadcasts } from "../schema/broadcasts";

export type BroadcastRow = typeof broadcasts.$inferSelect;

/** Tells nobody yet: what tells is its event. */
export async function insertBroadcast(tx: Tx, row: typeof broadcasts.$inferInsert): Promise<void> {
  await tx.insert(broadcasts).values(row);
}

/** Tests too, and what was recalled; undefined for one of another workspace. */
export async function findBroadcast(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<BroadcastRow | undefined> {
  const [row] = await tx.select().from(broadcasts).where(isThis(workspaceId, id));
  return row;
}

/** As `findBroadcast`; whoever else locks it waits until the transaction ends. */
export async function lockBroadcast(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<BroadcastRow | undefined> {
  const [row] = await forUpdate(tx.select().from(broadcasts).where(isThis(workspaceId, id)));
  return row;
}

/** What people see of a broadcast beside its notification, and what email about it obeys. */
export type BroadcastWords = Pick<BroadcastRow, "bodyHtml" | "sender" | "email" | "urgency" | "requireAcknowledgement">;

/** Of the given broadcasts, by id. */
export async function findBroadcastWords(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, BroadcastWords>> {
  if (ids.length === 0) return new Map();
  const { id, bodyHtml, sender, email, urgency, requireAcknowledgement } = broadcasts;
  const rows = await tx
    .select({ id, bodyHtml, sender, email, urgency, requireAcknowledgement })
    .from(broadcasts)
    .where(and(eq(unindexed(broadcasts.workspaceId), workspaceId), isOneOf(id, ids)));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Newest first; of one maker where one is given. */
export async function listBroadcasts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { makerId, before, limit }: { makerId?: string; before?: string; limit: number },
): Promise<BroadcastRow[]> {
  return tx
    .select()
    .from(broadcasts)
    .where(
      and(
        eq(broadcasts.workspaceId, workspaceId),
        eq(broadcasts.test, false),
        makerId === undefined ? undefined : eq(broadcasts.makerId, makerId),
        before === undefined ? undefined : lt(broadcasts.id, before),
      ),
    )
    .orderBy(desc(broadcasts.id))
    .limit(limit);
}

/** What a person told, or is about to tell, in that time, and nobody else was asked about. */
export async function listUnapproved(
  tx: Tx,
  workspaceId: WorkspaceId,
  makerId: string,
  { from, until }: { from: Date; until: Date },
) {
  const { id, eventId, audience, people, dueAt, startedAt, endedAt, recalledAt, expiredAt } = broadcasts;
  return tx
    .select({ id, eventId, audience, people, startedAt, endedAt, recalledAt })
    .from(broadcasts)
    .where(
      and(
        eq(broadcasts.workspaceId, workspaceId),
        eq(broadcasts.makerId, makerId),
        eq(broadcasts.test, false),
        isNull(broadcasts.approvalWantedAt),
        or(
          between(startedAt, from, until),
          and(isNull(startedAt), between(dueAt, from, until), isNull(recalledAt), isNull(expiredAt)),
        ),
      ),
    );
}

/** Of whichever workspace: the caller has found or locked it. */
export async function updateBroadcast(tx: Tx, id: string, change: Partial<typeof broadcasts.$inferInsert>) {
  await tx.update(broadcasts).set(change).where(eq(broadcasts.id, id));
}

/** Counts people who were decided on, in the transaction that decides: progress goes forward only (F38). */
export async function countDecided(
  tx: Tx,
  id: string,
  { decided, notified, at, isLast }: { decided: number; notified: number; at: Date; isLast: boolean },
): Promise<void> {
  const now = sql.param(at, broadcasts.startedAt);
  await tx
    .update(broadcasts)
    .set({
      decided: sql`${broadcasts.decided} + ${decided}`,
      notified: sql`${broadcasts.notified} + ${notified}`,
      startedAt: sql`coalesce(${broadcasts.startedAt}, ${now})`,
      // Groups change meanwhile: in the end it was for as many as were decided on.
      ...(isLast && { endedAt: at, people: sql`${broadcasts.decided} + ${decided}` }),
    })
    .where(eq(broadcasts.id, id));
}

/** A broadcast of which an edit, a recall or its end is still to reach people. */
export async function findSweepable(tx: Tx, now: Date): Promise<BroadcastRow | undefined> {
  const [row] = await tx
    .select()
    .from(broadcasts)
    .where(and(isSweepable(), or(isNotNull(broadcasts.sweepCursor), lte(broadcasts.expiresAt, now))))
    .orderBy(asc(broadcasts.id))
    .limit(1);
  return row;
}

// Written out, not bound: a partial index serves only a query that repeats its words.
function isSweepable(): SQL {
  return sql`(sweep_cursor is not null or (expires_at is not null and expired_at is null and recalled_at is null))`;
}

function isThis(workspaceId: WorkspaceId, id: string): SQL | undefined {
  return and(eq(broadcasts.workspaceId, workspaceId), eq(broadcasts.id, id));
}
