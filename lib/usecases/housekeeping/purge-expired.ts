import type { Database, Tx } from "@/db/database";
import { purgeExports } from "@/db/queries/exports";
import { purgeIdempotencyKeys } from "@/db/queries/idempotency";
import { purgeImports } from "@/db/queries/imports";
import { purgeMailKeys, purgeProviderNotes } from "@/db/queries/mail";
import { purgeMailCounts } from "@/db/queries/mail-counts";
import { purgeOutbox } from "@/db/queries/outbox";
import { purgeDevices } from "@/db/queries/push-devices";
import { purgeSessions } from "@/db/queries/sessions";
import { purgeSummaries } from "@/db/queries/summaries";
import { purgeThrottles } from "@/db/queries/throttles";
import { localDay } from "@/lib/core/local-day";
import { MAIL_KEY_LIFE } from "../mail/mail-links";

const DAY = 86_400_000;
/** In one transaction: more would keep posts waiting (F44). */
const ROWS_AT_ONCE = 1000;

/**
 * Removes what has outlived its purpose, a little at a time: idempotency keys (C3) and failed sign-ins of more than a
 * day ago, and sessions that ended or ran out a month ago,
 * keys of mails' links that verified for long enough (S25), and notes of what providers told us a month ago (S24). Of the
 * outbox what is a month old, of the daily cap the days that are over everywhere (R33), and which summaries were raised a
 * month ago. Files of exports that expired, imports that nobody started within a day, and either a month later. Devices on which nobody opened Belfry for 60 days get no more pushes (F25).
 */
export async function purgeExpired(db: Database, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - DAY);
  const monthAgo = new Date(now.getTime() - 30 * DAY);
  await bit(db, (tx) => purgeIdempotencyKeys(tx, yesterday, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeThrottles(tx, yesterday, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeSessions(tx, monthAgo, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeProviderNotes(tx, monthAgo, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeOutbox(tx, monthAgo, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeMailCounts(tx, localDay(new Date(now.getTime() - 7 * DAY), null), ROWS_AT_ONCE));
  await bit(db, (tx) => purgeDevices(tx, new Date(now.getTime() - 60 * DAY), ROWS_AT_ONCE));
  await bit(db, (tx) => purgeSummaries(tx, localDay(monthAgo, null), ROWS_AT_ONCE));
  await bit(db, (tx) => purgeImports(tx, { unstarted: yesterday, old: monthAgo }, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeExports(tx, { expired: now, old: monthAgo }, ROWS_AT_ONCE));
  await bit(db, (tx) => purgeMailKeys(tx, new Date(now.getTime() - MAIL_KEY_LIFE), ROWS_AT_ONCE));
}

/** Until a bit is not full. */
async function bit(db: Database, purge: (tx: Tx) => Promise<number>): Promise<void> {
  while ((await db.transact(purge)) === ROWS_AT_ONCE) await new Promise(setImmediate);
}
