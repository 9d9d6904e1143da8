import { and, asc, eq, gte, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, skipLocked } from "../dialects/behaviour";
import { events } from "../schema/events";
import { mergeMembers, mergeWindows } from "../schema/merging";
import { type EventRow, lockEvents } from "./events";

export type WindowRow = typeof mergeWindows.$inferSelect;
export type MemberRow = typeof mergeMembers.$inferSelect;
/** An event that waits for one person in one window. */
export type WaitingEvent = Pick<MemberRow, "windowId" | "userId" | "routes"> & { event: EventRow };

/** Bounds a statement's parameters. */
const ROWS_A_STATEMENT = 500;

/**
 * Opens windows, or joins those that are open for the same person and topic: answers the window of each, which is locked
 * until the transaction ends. Give them in one order, so that two fan-outs do not wait for each other in a ring.
 */
export async function openWindows(
  tx: Tx,
  rows: readonly Omit<WindowRow, "changes" | "unheard">[],
): Promise<WindowRow[]> {
  const open: WindowRow[] = [];
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const some = await tx
      .insert(mergeWindows)
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .onConflictDoUpdate({
        target: [mergeWindows.workspaceId, mergeWindows.userId, mergeWindows.topic],
        set: { changes: sql`${mergeWindows.changes} + 1` },
      })
      .returning();
    open.push(...some);
  }
  return open;
}

/** Events with whom they wait for, in windows that `openWindows` locked. */
export async function insertMembers(tx: Tx, rows: readonly MemberRow[]): Promise<void> {
  await tx.insertMany(mergeMembers, rows);
}

/** Whether the deadline of some window has come. */
export async function isWindowDue(tx: Tx, now: Date): Promise<boolean> {
  const due = await tx
    .select({ id: mergeWindows.id })
    .from(mergeWindows)
    .where(lte(mergeWindows.closesAt, now))
    .limit(1);
  return due.length > 0;
}

/**
 * Takes windows whose deadline has come, the oldest first: they are due again at `until`, should no word come of this try,
 * and what comes meanwhile may join them. Not what two tries came to nothing over.
 */
export async function claimDueWindows(tx: Tx, now: Date, until: Date, limit: number): Promise<WindowRow[]> {
  return claim(tx, and(lte(mergeWindows.closesAt, now), lt(mergeWindows.unheard, SUSPECT)), until, limit);
}

/** Takes one of these alone, since it may be what kills workers (F14). */
export async function claimSuspectWindow(tx: Tx, now: Date, until: Date): Promise<WindowRow | undefined> {
  const due = and(lte(mergeWindows.closesAt, now), gte(mergeWindows.unheard, SUSPECT));
  const [taken] = await claim(tx, due, until, 1);
  return taken;
}

/** Tries that came to nothing from which on a window is tried alone. */
const SUSPECT = 2;

async function claim(tx: Tx, due: SQL | undefined, until: Date, limit: number): Promise<WindowRow[]> {
  const found = await skipLocked(
    tx
      .select({ id: mergeWindows.id })
      .from(mergeWindows)
      .where(due)
      .orderBy(asc(mergeWindows.closesAt), asc(mergeWindows.id))
      .limit(limit),
  );
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  return tx
    .update(mergeWindows)
    .set({ closesAt: until, unheard: sql`${mergeWindows.unheard} + 1` })
    .where(isOneOf(mergeWindows.id, ids))
    .returning();
}

/** What waits in the given windows, each with its event, the oldest first. */
export async function findWaiting(tx: Tx, windowIds: readonly string[]): Promise<WaitingEvent[]> {
  return tx
    .select({
      windowId: mergeMembers.windowId,
      userId: mergeMembers.userId,
      routes: mergeMembers.routes,
      event: events,
    })
    .from(mergeMembers)
    .innerJoin(events, eq(events.id, mergeMembers.eventId))
    .where(isOneOf(mergeMembers.windowId, windowIds))
    .orderBy(asc(mergeMembers.eventId));
}

/** Removes windows, with what waits in them, as they were read. Answers the ids of those that nobody changed or closed since. */
export async function closeWindows(tx: Tx, windows: readonly WindowRow[]): Promise<Set<string>> {
  const closed = new Set<string>();
  // Most had few changes, so that a few statements close them all.
  for (const changes of new Set(windows.map((one) => one.changes))) {
    const ids = windows.filter((one) => one.changes === changes).map((one) => one.id);
    const rows = await tx
      .delete(mergeWindows)
      .where(and(isOneOf(mergeWindows.id, ids), eq(mergeWindows.changes, changes)))
      .returning({ id: mergeWindows.id });
    for (const row of rows) closed.add(row.id);
  }
  return closed;
}

/** Takes back claims under which nothing was tried: the windows are due again at `closesAt`. */
export async function returnWindows(tx: Tx, ids: readonly string[], closesAt: Date): Promise<void> {
  await tx
    .update(mergeWindows)
    .set({ closesAt, unheard: sql`${mergeWindows.unheard} - 1` })
    .where(isOneOf(mergeWindows.id, ids));
}

/** Takes an event out of every window, and removes those that are empty then. Answers for whom it waited. */
export async function leaveWindows(tx: Tx, eventId: string): Promise<string[]> {
  const ids = await changeWindowsOf(tx, [eventId]);
  const left = await tx
    .delete(mergeMembers)
    .where(eq(mergeMembers.eventId, eventId))
    .returning({ userId: mergeMembers.userId });
  await tx
    .delete(mergeWindows)
    .where(
      and(
        isOneOf(mergeWindows.id, ids),
        sql`not exists (select 1 from ${mergeMembers} where ${mergeMembers.windowId} = ${mergeWindows.id})`,
      ),
    );
  return left.map(({ userId }) => userId);
}

/** Has workers that read the windows in which these events wait read them again. Answers the ids of the windows. */
export async function changeWindowsOf(tx: Tx, eventIds: readonly string[]): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const waits = tx
    .select({ id: mergeMembers.windowId })
    .from(mergeMembers)
    .where(isOneOf(mergeMembers.eventId, eventIds));
  const windows = await tx
    .update(mergeWindows)
    .set({ changes: sql`${mergeWindows.changes} + 1` })
    .where(inArray(mergeWindows.id, waits))
    .returning({ id: mergeWindows.id });
  return windows.map(({ id }) => id);
}

/** Removes a person's windows; what waited there alone is over then. */
export async function removeWindowsOf(tx: Tx, workspaceId: WorkspaceId, userId: string, now: Date): Promise<void> {
  const theirs = and(eq(mergeWindows.workspaceId, workspaceId), eq(mergeWindows.userId, userId));
  const members = await tx
    .select({ eventId: mergeMembers.eventId })
    .from(mergeMembers)
    .innerJoin(mergeWindows, eq(mergeWindows.id, mergeMembers.windowId))
    .where(theirs);
  const eventIds = members.map(({ eventId }) => eventId);
  await lockEvents(tx, eventIds);
  await tx.delete(mergeWindows).where(theirs);
  await endMerged(tx, eventIds, now);
}

/**
 * Ends those of the given events that wait in no window any more, and answers their ids. Lock them before anything leaves
 * a window.
 */
export async function endMerged(tx: Tx, eventIds: readonly string[], processedAt: Date): Promise<string[]> {
  const ended = await tx
    .update(events)
    .set({ status: "processed", processedAt })
    .where(
      and(
        isOneOf(events.id, eventIds),
        eq(events.status, "merging"),
        sql`not exists (select 1 from ${mergeMembers} where ${mergeMembers.eventId} = ${events.id})`,
      ),
    )
    .returning({ id: events.id });
  return ended.map(({ id }) => id);
}
