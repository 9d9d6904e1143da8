import { and, eq, inArray, lt } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { idempotencyKeys } from "../schema/access";

export type IdempotencyRow = typeof idempotencyKeys.$inferSelect;
export interface IdempotencyId {
  workspaceId: WorkspaceId;
  route: string;
  key: string;
}

/** Those of the given keys that are taken. */
export async function findIdempotencyKeys(tx: Tx, ids: readonly IdempotencyId[]): Promise<IdempotencyRow[]> {
  if (ids.length === 0) return [];
  const wanted = (column: keyof IdempotencyId) =>
    inArray(idempotencyKeys[column], [...new Set(ids.map((id) => id[column]))]);
  return tx
    .select()
    .from(idempotencyKeys)
    .where(and(wanted("workspaceId"), wanted("route"), wanted("key")));
}

/** For posts that are answered together; a key that is taken is refused by the database. */
export async function insertIdempotencyKeys(tx: Tx, rows: readonly IdempotencyRow[]): Promise<void> {
  await tx.insertMany(idempotencyKeys, rows);
}

/** Takes the key, or answers the row that has it. Of many at once, exactly one takes it, on both databases (F35). */
export async function takeIdempotencyKey(
  tx: Tx,
  row: typeof idempotencyKeys.$inferInsert,
): Promise<IdempotencyRow | undefined> {
  const taken = await tx
    .insert(idempotencyKeys)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (taken.length > 0) return undefined;
  const [held] = await tx.select().from(idempotencyKeys).where(isIdempotencyKey(row));
  return held;
}

/** Keeps what the first request was answered: the same again gets the same (C3). */
export async function answerIdempotencyKey(
  tx: Tx,
  id: IdempotencyId,
  answer: { status: number; response: string },
): Promise<void> {
  await tx.update(idempotencyKeys).set(answer).where(isIdempotencyKey(id));
}

/** Gives the key back after a failure: the caller may try again with it. */
export async function releaseIdempotencyKey(tx: Tx, id: IdempotencyId): Promise<void> {
  await tx.delete(idempotencyKeys).where(isIdempotencyKey(id));
}

/** Removes up to `limit` keys taken before `before`; answers how many. */
export async function purgeIdempotencyKeys(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ workspaceId: idempotencyKeys.workspaceId, route: idempotencyKeys.route, key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, before))
    .limit(limit);
  for (const id of old) await tx.delete(idempotencyKeys).where(isIdempotencyKey(id));
  return old.length;
}

function isIdempotencyKey({ workspaceId, route, key }: IdempotencyId) {
  return and(
    eq(idempotencyKeys.workspaceId, workspaceId),
    eq(idempotencyKeys.route, route),
    eq(idempotencyKeys.key, key),
  );
}
