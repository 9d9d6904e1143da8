import type { Database, Tx } from "@/db/database";
import { type BroadcastRow, findSweepable, lockBroadcast, updateBroadcast } from "@/db/queries/broadcasts";
import { listDecisions } from "@/db/queries/decisions";
import { lockEvents } from "@/db/queries/events";
import { rewriteNotifications } from "@/db/queries/notifications";
import { cancelWaiting } from "../delivery/cancel-waiting";
import type { Changed } from "../events/changed";
import { stopTelling } from "./recall-broadcast";

const PEOPLE_A_TRANSACTION = 1000;

/**
 * Carries an edit, a recall or the end of a broadcast to those who were notified: some people a transaction, with a cursor
 * that survives a crash. `tell` runs after each commit. Answers whether there may be more to do.
 */
export async function sweepBroadcasts(
  db: Database,
  now: Date,
  tell: (changed: Changed[]) => void,
  people = PEOPLE_A_TRANSACTION,
): Promise<boolean> {
  const waiting = await findSweepable(db.read, now);
  if (!waiting) return false;
  tell(await db.transact((tx) => sweepSome(tx, waiting, now, people)));
  return true;
}

async function sweepSome(
  tx: Tx,
  { workspaceId, id, eventId }: BroadcastRow,
  now: Date,
  people: number,
): Promise<Changed[]> {
  // The event first, as deciding does: two in the other order would wait for each other.
  await lockEvents(tx, [eventId]);
  const row = await lockBroadcast(tx, workspaceId, id);
  if (!row) return [];
  const ends = !row.recalledAt && !row.expiredAt && row.expiresAt !== null && row.expiresAt <= now;
  if (ends) {
    await stopTelling(tx, row, now);
    await updateBroadcast(tx, id, { expiredAt: now, sweepCursor: "", pausedAt: null });
    return [];
  }
  if (row.sweepCursor === null) return [];
  const decisions = await listDecisions(tx, eventId, row.sweepCursor, people);
  const ids = decisions.flatMap(({ notificationId }) => notificationId ?? []);
  if (row.recalledAt || row.expiredAt) await cancelWaiting(tx, ids, now, row.recalledAt ? "recalled" : "expired");
  const changed = await rewriteNotifications(tx, workspaceId, ids, changeOf(row));
  const read = row.recalledAt ? changed.filter(({ readAt }) => readAt !== null).length : 0;
  await updateBroadcast(tx, id, {
    sweepCursor: decisions.length < people ? null : decisions.at(-1)!.userId,
    readBefore: row.readBefore + read,
  });
  return changed.map(({ id, userId, position }) => ({ workspaceId, userId, notificationIds: [id], position }));
}

/** What becomes of each notification: gone when it was recalled, put away when it has ended, else with the new words. */
function changeOf({ recalledAt, expiredAt, title, body, url }: BroadcastRow) {
  if (recalledAt) return null;
  return expiredAt ? { archivedAt: expiredAt } : { title, body, url };
}
