import type { Database } from "@/db/database";
import { purgeIdempotencyKeys } from "@/db/queries/idempotency";
import { purgeThrottles } from "@/db/queries/throttles";

const DAY = 86_400_000;

/** Removes what has outlived its purpose: idempotency keys and failed sign-ins of more than a day ago (C3). */
export async function purgeExpired(db: Database, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  await db.transact(async (tx) => {
    await purgeIdempotencyKeys(tx, yesterday);
    await purgeThrottles(tx, yesterday);
  });
}
