import type { Database, Tx } from "@/db/database";
import { isDuplicate } from "@/db/dialects/behaviour";
import { type DecisionRow, replaceDecisions } from "@/db/queries/decisions";
import { lockEvents } from "@/db/queries/events";
import {
  claimDueWindows,
  claimSuspectWindow,
  closeWindows,
  endMerged,
  findWaiting,
  isWindowDue,
  returnWindows,
  type WindowRow,
} from "@/db/queries/merging";
import { triggersOn } from "../triggers/known-triggers";
import { raiseTriggered } from "../triggers/raise-triggered";
import { type Changed, gatherChanged } from "./changed";
import { decideMerged, type MergedWindow } from "./decide-merged";
import type { DecideOptions } from "./decided-chunk";
import { exhausted, GIVEN_UP, isPoison, tellsAgainst } from "./give-up";
import { loadKnown } from "./load-known";
import { storeNotifications } from "./store-notifications";

/** How many windows one transaction closes, and how long one waits that could not be closed; milliseconds. */
const WINDOWS_A_TRANSACTION = 500;
const LONGER = 30_000;
/** After so long a pass takes up no more that may kill its worker; milliseconds. */
const LONGEST_PASS = 1000;

/**
 * Closes the merge windows whose deadline has come: what waited in each becomes one notification, decided by what the
 * person wants now (R78). Any number of workers may: a window that changed since it was read is left to the next pass.
 * `tell` runs after each commit. Answers how many were due.
 */
export async function closeDueWindows(
  db: Database,
  options: DecideOptions,
  tell: (changed: Changed[]) => void,
): Promise<number> {
  const { now } = options;
  // Most looks find nothing: they must not cost others the right to write.
  if (!(await isWindowDue(db.read, now))) return 0;
  const startedAt = performance.now();
  const until = new Date(now.getTime() + LONGER);
  const due = await db.transact((tx) => claimDueWindows(tx, now, until, WINDOWS_A_TRANSACTION));
  for (const workspaceId of new Set(due.map((window) => window.workspaceId))) {
    const ours = due.filter((window) => window.workspaceId === workspaceId);
    tell(await closeOrPostpone(db, ours, options));
  }
  let suspects = 0;
  while (performance.now() - startedAt < LONGEST_PASS) {
    const suspect = await db.transact((tx) => claimSuspectWindow(tx, now, until));
    if (!suspect) break;
    suspects++;
    if (isPoison(suspect)) await giveUp(db, suspect, options);
    else tell(await closeOrPostpone(db, [suspect], options));
  }
  return due.length + suspects;
}

/** A window that came to nothing each time: it is closed without a look at what waits there, and each says why (F14). */
async function giveUp(db: Database, window: WindowRow, { now, onFault }: DecideOptions): Promise<void> {
  onFault(window.id, exhausted());
  const waiting = await findWaiting(db.read, [window.id]);
  const events = waiting.map(({ event }) => event.id);
  await db.transact(async (tx) => {
    await lockEvents(tx, events);
    const closed = await closeWindows(tx, [window]);
    if (!closed.has(window.id)) return returnWindows(tx, [window.id], now);
    const ends = waiting.map(({ event: { id: eventId, workspaceId }, userId }) => ({ workspaceId, eventId, userId }));
    await replaceDecisions(
      tx,
      ends.map((end) => ({ ...end, channels: GIVEN_UP, notificationId: null, at: now })),
    );
    await endMerged(tx, events, now);
  });
}

/**
 * One window that cannot be closed must not hold up the others: then each is tried alone. What throws waits until its claim
 * has run out, and has one try less (F14).
 */
async function closeOrPostpone(
  db: Database,
  windows: readonly WindowRow[],
  options: DecideOptions,
): Promise<Changed[]> {
  try {
    return await closeInRace(db, windows, options);
  } catch (error) {
    if (windows.length > 1) {
      const changed: Changed[] = [];
      for (const window of windows) changed.push(...(await closeOrPostpone(db, [window], options)));
      return changed;
    }
    const { id } = windows[0]!;
    options.onFault(id, error);
    const later = new Date(options.now.getTime() + LONGER);
    if (!tellsAgainst(error)) await db.transact((tx) => returnWindows(tx, [id], later));
    return [];
  }
}

/** Twice, where another worker stored the same `update_key` first: the second time it is found there. */
async function closeInRace(db: Database, windows: readonly WindowRow[], options: DecideOptions): Promise<Changed[]> {
  try {
    return await close(db, windows, options);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return close(db, windows, options);
  }
}

async function close(db: Database, windows: readonly WindowRow[], options: DecideOptions): Promise<Changed[]> {
  const { workspaceId } = windows[0]!;
  const waiting = await findWaiting(
    db.read,
    windows.map(({ id }) => id),
  );
  const events = [...new Map(waiting.map(({ event }) => [event.id, event])).values()];
  const userIds = [...new Set(windows.map(({ userId }) => userId))];
  const [known, triggering] = await Promise.all([
    loadKnown(db, workspaceId, { events, userIds }, options),
    triggersOn(db, workspaceId, [...new Set(windows.map(({ topic }) => topic))]),
  ]);
  const merged = decideMerged(waiting, known, options);
  return db.transact(async (tx) => {
    const { changed, ended } = await store(tx, windows, merged, options.now);
    await raiseTriggered(
      tx,
      events.filter(({ id }) => ended.includes(id)),
      triggering,
      options,
    );
    return changed;
  });
}

async function store(tx: Tx, windows: readonly WindowRow[], merged: readonly MergedWindow[], now: Date) {
  // Events first, as who withdraws one does; and locked, so that the last of two windows to close ends it.
  const events = [...new Set(merged.flatMap(({ eventIds }) => eventIds))];
  await lockEvents(tx, events);
  const closed = await closeWindows(tx, windows);
  const changed = windows.flatMap(({ id }) => (closed.has(id) ? [] : id));
  if (changed.length > 0) await returnWindows(tx, changed, now);
  const kept = merged.filter(({ windowId }) => closed.has(windowId));
  const stored = await storeNotifications(
    tx,
    kept.flatMap(({ told }) => told ?? []),
  );
  const notificationOf = new Map(stored.decisions.map((row) => [nameOf(row), row.notificationId]));
  const others = kept.flatMap(({ told, others }): DecisionRow[] =>
    others.map(({ spokenFor, ...row }) => {
      const speaker = spokenFor && told ? { eventId: told.event.id, userId: row.userId } : null;
      return { ...row, notificationId: speaker ? (notificationOf.get(nameOf(speaker)) ?? null) : null };
    }),
  );
  await replaceDecisions(tx, [...stored.decisions, ...others]);
  const ended = await endMerged(tx, events, now);
  return { changed: gatherChanged(stored.notifications), ended };
}

function nameOf({ eventId, userId }: Pick<DecisionRow, "eventId" | "userId">): string {
  return `${eventId} ${userId}`;
}
