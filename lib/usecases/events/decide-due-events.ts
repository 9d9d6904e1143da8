import type { Database, Tx } from "@/db/database";
import { isDuplicate } from "@/db/dialects/behaviour";
import { insertDecisions } from "@/db/queries/decisions";
import {
  advanceEvent,
  claimDueEvents,
  claimSuspect,
  endEvents,
  isSuspectDue,
  releaseEvent,
} from "@/db/queries/due-events";
import type { EventRow } from "@/db/queries/events";
import type { WorkspaceId } from "@/lib/core/workspace";
import { countBroadcasts } from "../broadcasts/count-broadcasts";
import { holdUnapproved } from "../broadcasts/hold-unapproved";
import { type Triggering, triggersOn } from "../triggers/known-triggers";
import { raiseTriggered } from "../triggers/raise-triggered";
import { type Changed, gatherChanged } from "./changed";
import { decideChunk } from "./decide-chunk";
import { decideWithdrawn } from "./decide-withdrawn";
import type { DecidedChunk, DecideOptions } from "./decided-chunk";
import { exhausted, givenUp, isPoison, tellsAgainst } from "./give-up";
import { joinWindows, WindowDue } from "./join-windows";
import { loadKnown } from "./load-known";
import { nextAudience } from "./next-audience";
import { inTurn, type Work } from "./portions";
import { storeNotifications } from "./store-notifications";
import { withdrawEvent } from "./withdraw-event";

/** How many events one pass takes if nothing is said, and how many people one transaction decides on. */
const EVENTS_A_PASS = 200;
const PEOPLE_A_TRANSACTION = 1000;
/** Claims after which a duplicate is taken for a fault of the event, not for another worker's lead. */
const MOST_RACES = 5;
/** How long a claim holds without a word from its worker, and an event that failed waits; milliseconds (F12). */
const LEASE = 30_000;
/** After so long a pass takes up no more, whatever it claimed: others wait, and perhaps the end; milliseconds. */
const LONGEST_PASS = 1000;

/**
 * Decides the due events: claims some, plans them in the core, and stores notifications, decisions and the durable
 * cursor in one transaction a chunk. `tell` runs after each commit. Answers how many events it took up; 0: none is due.
 */
export async function decideDueEvents(
  db: Database,
  options: DecideOptions,
  tell: (changed: Changed[]) => void,
): Promise<number> {
  const { now, limit = EVENTS_A_PASS, people = PEOPLE_A_TRANSACTION } = options;
  const leaseUntil = new Date(now.getTime() + LEASE);
  const claimed = await db.transact((tx) => claimDueEvents(tx, now, leaseUntil, limit));
  const left = new Set(claimed);
  const endsAt = performance.now() + LONGEST_PASS;
  for await (const work of inTurn(db.read, claimed, people)) {
    for (const { event } of work) left.delete(event);
    const startedAt = performance.now();
    tell(await decideOrPostpone(db, work[0]!.event.workspaceId, work, options));
    await options.rest?.(performance.now() - startedAt);
    if (performance.now() > endsAt) break;
  }
  if (left.size > 0) await release(db, [...left], null);
  let suspects = 0;
  while (await decideSuspect(db, options, tell)) {
    suspects++;
    if (performance.now() > endsAt) break;
  }
  return claimed.length + suspects;
}

/** One that came to nothing twice, once all else of the pass is stored: whatever it does, it does to itself (F14). */
async function decideSuspect(
  db: Database,
  options: DecideOptions,
  tell: (changed: Changed[]) => void,
): Promise<boolean> {
  const { now, people = PEOPLE_A_TRANSACTION } = options;
  if (!(await isSuspectDue(db.read, now))) return false;
  const event = await db.transact((tx) => claimSuspect(tx, now, new Date(now.getTime() + LEASE)));
  if (!event) return false;
  const audience = await nextAudience(db.read, event, people);
  if (isPoison(event)) {
    options.onFault(event.id, exhausted());
    await storeChunks(db, [givenUp(event, audience, now)], NO_TRIGGERS, options);
  } else tell(await decideOrPostpone(db, event.workspaceId, [{ event, audience }], options));
  return true;
}

async function release(db: Database, events: readonly EventRow[], until: Date | null): Promise<void> {
  await db.transact(async (tx) => {
    for (const event of events) await releaseEvent(tx, event, until);
  });
}

const NO_TRIGGERS: Triggering = { triggers: [], topics: new Map() };

/**
 * One event that cannot be decided must not hold up the others: then each is tried alone. What throws waits until its claim
 * has run out, and has one try less (F14).
 */
async function decideOrPostpone(
  db: Database,
  workspaceId: WorkspaceId,
  work: Work,
  options: DecideOptions,
): Promise<Changed[]> {
  try {
    return await decidePortion(db, workspaceId, work, options);
  } catch (error) {
    if (work.length > 1) {
      const changed: Changed[] = [];
      for (const one of work) changed.push(...(await decideOrPostpone(db, workspaceId, [one], options)));
      return changed;
    }
    const { event } = work[0]!;
    options.onFault(event.id, error);
    if (!tellsAgainst(error)) await release(db, [event], new Date(options.now.getTime() + LEASE));
    return [];
  }
}

async function decidePortion(
  db: Database,
  workspaceId: WorkspaceId,
  claimed: Work,
  options: DecideOptions,
): Promise<Changed[]> {
  const work = await released(db, claimed, options);
  if (work.length === 0) return [];
  const events = work.map(({ event }) => event);
  const userIds = [...new Set(work.flatMap(({ audience }) => [...audience.routes.keys()]))];
  const [known, triggering] = await Promise.all([
    loadKnown(db, workspaceId, { events, userIds }, options),
    triggersOn(db, workspaceId, [...new Set(events.map(({ topic }) => topic))]),
  ]);
  const decided = work.map((one) => decideChunk(one, known, options));
  try {
    return await storeChunks(db, decided, triggering, options);
  } catch (error) {
    // Alone, so that what opened a window in this very transaction is stored; then the window is closed first.
    if (error instanceof WindowDue && events.length === 1) {
      await release(db, events, null);
      return [];
    }
    // Another worker stored the same `update_key` first: let go, and decide again with what is there now.
    if (!isDuplicate(error) || events.some(({ claims }) => claims > MOST_RACES)) throw error;
    await release(db, events, null);
    return [];
  }
}

/** All but the broadcasts that have to wait for a second person. */
async function released(db: Database, claimed: Work, options: DecideOptions): Promise<Work> {
  const work: Work = [];
  for (const one of claimed) if (!(await holdUnapproved(db, one, options))) work.push(one);
  return work;
}

/** Stores what was decided, and then says of the events that it took the place of why nobody heard of them. */
async function storeChunks(
  db: Database,
  decided: readonly DecidedChunk[],
  triggering: Triggering,
  options: DecideOptions,
): Promise<Changed[]> {
  const { changed, withdrawn } = await db.transact((tx) => store(tx, decided, triggering, options));
  for (const event of withdrawn) await decideWithdrawn(db, event, options.now);
  return changed;
}

async function store(tx: Tx, decided: readonly DecidedChunk[], triggering: Triggering, options: DecideOptions) {
  const held = await advance(tx, decided, options.now);
  const kept = decided.filter(({ event }) => held.has(event.id));
  const stored = await storeNotifications(tx, kept);
  await insertDecisions(tx, stored.decisions);
  const closed = await joinWindows(tx, kept, options);
  const ended = kept.filter((one) => one.next === null && (!isMerging(one) || closed.includes(one.event.id)));
  await raiseTriggered(
    tx,
    ended.map(({ event }) => event),
    triggering,
    options,
  );
  await countBroadcasts(tx, kept);
  const withdrawn = await withdrawReplaced(tx, kept, options.now);
  return { changed: gatherChanged(stored.notifications), withdrawn };
}

/** Takes back the events in whose place these came. Answers those of which nothing was decided yet. */
async function withdrawReplaced(tx: Tx, chunks: readonly DecidedChunk[], now: Date): Promise<EventRow[]> {
  const undecided: EventRow[] = [];
  for (const { event } of chunks) {
    const replaced = event.payload.data?.replaces;
    // Ids are no order: they come from the clocks of whoever took the posts (F28).
    if (typeof replaced !== "string" || replaced === event.id) continue;
    const withdrawal = await withdrawEvent(tx, event, replaced, now);
    if (withdrawal?.isUndecided) undecided.push(withdrawal.event);
  }
  return undecided;
}

/** Ends the events that are through, and moves the cursors of the others. Answers the ids of those still ours. */
async function advance(tx: Tx, decided: readonly DecidedChunk[], now: Date): Promise<Set<string>> {
  const through = decided.filter(({ next }) => next === null);
  const eventsOf = (chunks: readonly DecidedChunk[]) => chunks.map(({ event }) => event);
  const held = await endEvents(tx, eventsOf(through.filter((chunk) => !isMerging(chunk))), now);
  for (const id of await endEvents(tx, eventsOf(through.filter(isMerging)), null)) held.add(id);
  for (const { event, next } of decided) {
    const unheard = isPoison(event) ? event.unheard : 0;
    if (next !== null && (await advanceEvent(tx, event, next, unheard))) held.add(event.id);
  }
  return held;
}

/** Whether somebody of this chunk waits in a window, or of an earlier one may. */
function isMerging({ event, window, decided }: DecidedChunk): boolean {
  return window > 0 && (event.cursor !== null || decided.some(({ waits }) => waits));
}
