import { asc, eq, inArray, lt } from "drizzle-orm";
import type { Tx } from "../database";
import { forUpdate } from "../dialects/behaviour";
import { signInThrottles } from "../schema/access";

export type ThrottleRow = typeof signInThrottles.$inferSelect;

/** One row for each key, made where there is none, which nobody else can change until the transaction ends. */
export async function lockThrottles(tx: Tx, keys: readonly string[], now: Date): Promise<ThrottleRow[]> {
  // Sorted, so that two sign-ins lock their rows in the same order.
  const sorted = [...keys].sort();
  for (const key of sorted) {
    const row = { key, failures: 0, blockedUntil: now, updatedAt: now };
    await tx.insert(signInThrottles).values(row).onConflictDoNothing();
  }
  return forUpdate(
    tx.select().from(signInThrottles).where(inArray(signInThrottles.key, sorted)).orderBy(asc(signInThrottles.key)),
  );
}

/** Of a row that `lockThrottles` answered in this transaction. */
export async function saveThrottle(tx: Tx, { key, ...change }: ThrottleRow): Promise<void> {
  await tx.update(signInThrottles).set(change).where(eq(signInThrottles.key, key));
}

/** As if nobody had failed. */
export async function clearThrottle(tx: Tx, key: string): Promise<void> {
  await tx.delete(signInThrottles).where(eq(signInThrottles.key, key));
}

/** Removes up to `limit` rows untouched since `before`; answers how many. */
export async function purgeThrottles(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ key: signInThrottles.key })
    .from(signInThrottles)
    .where(lt(signInThrottles.updatedAt, before))
    .limit(limit);
  for (const { key } of old) await clearThrottle(tx, key);
  return old.length;
}
