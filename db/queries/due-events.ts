import { and, asc, eq, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { RANKS } from "@/lib/core/rank";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, skipLocked } from "../dialects/behaviour";
import { events } from "../schema/events";
import type { EventRow } from "./events";

/**
 * Takes about `limit` due events that nobody holds, until `leaseUntil`: the urgent first, then as many of each workspace,
 * the oldest of it (F17). Each claim counts up the fencing token, so that a worker that slept through its lease is
 * refused (F13). Answers the urgent first, each in the order of their ids. Not what two tries came to nothing over.
 */
export async function claimDueEvents(tx: Tx, now: Date, leaseUntil: Date, limit: number): Promise<EventRow[]> {
  const urgent = await claimInTurn(tx, now, leaseUntil, { limit, only: IS_URGENT });
  if (urgent.length >= limit) return urgent;
  return [...urgent, ...(await claimInTurn(tx, now, leaseUntil, { limit: limit - urgent.length }))];
}

/** Of each workspace that has any, as many as of the others. */
async function claimInTurn(tx: Tx, now: Date, leaseUntil: Date, { limit, only }: { limit: number; only?: SQL }) {
  const workspaceIds = await workspacesWithDue(tx, now, only);
  const share = Math.ceil(limit / Math.max(1, workspaceIds.length));
  const ids: string[] = [];
  for (const workspaceId of workspaceIds) {
    const due = await skipLocked(
      tx
        .select({ id: events.id })
        .from(events)
        .where(and(eq(events.workspaceId, workspaceId), only, isDue(now)))
        .orderBy(asc(events.dueAt), asc(events.id))
        .limit(share),
    );
    ids.push(...due.map(({ id }) => id));
  }
  return ids.length === 0 ? [] : claim(tx, ids, leaseUntil);
}

/** Whether something is due of which two tries in a row came to nothing. */
export async function isSuspectDue(tx: Tx, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(IS_SUSPECT, isFree(now)))
    .limit(1);
  return rows.length > 0;
}

/** Takes one of these alone, since it may be what kills workers (F14): what was tried least often, the oldest of it. */
export async function claimSuspect(tx: Tx, now: Date, leaseUntil: Date): Promise<EventRow | undefined> {
  const due = await skipLocked(
    tx
      .select({ id: events.id })
      .from(events)
      .where(and(IS_SUSPECT, isFree(now)))
      .orderBy(asc(events.unheard), asc(events.dueAt), asc(events.id))
      .limit(1),
  );
  const [taken] = due.length === 0 ? [] : await claim(tx, [due[0]!.id], leaseUntil);
  return taken;
}

/** Each claim counts as one that comes to nothing, until something does. */
async function claim(tx: Tx, ids: readonly string[], leaseUntil: Date): Promise<EventRow[]> {
  const claimed = await tx
    .update(events)
    .set({ leaseUntil, claims: sql`${events.claims} + 1`, unheard: sql`${events.unheard} + 1` })
    .where(isOneOf(events.id, ids))
    .returning();
  return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Held = Pick<EventRow, "id" | "claims">;

/** Moves the durable cursor on. False when another worker holds the event now: write nothing then. */
export async function advanceEvent(tx: Tx, held: Held, cursor: string, unheard: number): Promise<boolean> {
  const moved = await tx
    .update(events)
    .set({ cursor, leaseUntil: null, unheard })
    .where(and(isHeld(held.claims, [held.id]), IS_QUEUED))
    .returning({ id: events.id });
  return moved.length > 0;
}

/**
 * Ends events, or leaves them `merging` where no time is given. Answers the ids of those that no other worker holds now:
 * write nothing about the rest.
 */
export async function endEvents(tx: Tx, held: readonly Held[], processedAt: Date | null): Promise<Set<string>> {
  const ended = new Set<string>();
  const status = processedAt ? ("processed" as const) : ("merging" as const);
  const set = { processedAt, status, leaseUntil: null, cursor: null };
  // Most were claimed once, so that one statement ends them all.
  for (const claims of new Set(held.map((one) => one.claims))) {
    const ids = held.filter((one) => one.claims === claims).map((one) => one.id);
    const rows = await tx
      .update(events)
      .set(set)
      .where(and(isHeld(claims, ids), IS_QUEUED))
      .returning({ id: events.id });
    for (const row of rows) ended.add(row.id);
  }
  return ended;
}

/** Changes an event that is not decided yet, such as what it says or when it is due; who holds it now is refused then. */
export async function changeQueued(
  tx: Tx,
  id: string,
  change: Partial<Pick<EventRow, "payload" | "dueAt" | "status">>,
): Promise<void> {
  await tx
    .update(events)
    .set({ ...change, leaseUntil: null, claims: sql`${events.claims} + 1`, unheard: 0 })
    .where(and(eq(events.id, id), IS_QUEUED));
}

/** Takes back a claim under which nothing was tried: the event is taken again at `leaseUntil` at the earliest. */
export async function releaseEvent(
  tx: Tx,
  held: Held & Pick<EventRow, "unheard">,
  leaseUntil: Date | null,
): Promise<void> {
  await tx
    .update(events)
    .set({ leaseUntil, unheard: held.unheard - 1 })
    .where(and(eq(events.id, held.id), eq(events.claims, held.claims)));
}

/** Nothing more comes of it. Lock it first. */
export async function cancelEvent(tx: Tx, id: string, processedAt: Date): Promise<void> {
  await tx.update(events).set({ status: "cancelled", processedAt, leaseUntil: null }).where(eq(events.id, id));
}

function isHeld(claims: number, ids: readonly string[]) {
  return and(isOneOf(events.id, ids), eq(events.claims, claims));
}

/** From each workspace straight to the next, by the index, however much waits of each. */
async function workspacesWithDue(tx: Tx, now: Date, only: SQL = sql`true`): Promise<WorkspaceId[]> {
  const next = (after: SQL) =>
    sql`(select min(workspace_id) from events where ${IS_QUEUED} and ${only} and workspace_id > ${after})`;
  const due = sql`select 1 from events where workspace_id = steps.workspace and ${IS_QUEUED} and ${only} and ${IS_TRUSTED} and due_at <= ${at(now)} and (lease_until is null or lease_until < ${at(now)})`;
  const rows = await tx.select({ workspace: sql<WorkspaceId>`workspace` }).from(sql`(
    with recursive steps(workspace) as (
      select ${next(sql`''`)}
      union all
      select ${next(sql`steps.workspace`)} from steps where steps.workspace is not null
    ) select workspace from steps where workspace is not null and exists (${due})
  ) as found`);
  return rows.map(({ workspace }) => workspace);
}

// Written out, not bound: a partial index serves only a query that repeats its words.
const IS_QUEUED = sql`status in ('accepted', 'scheduled')`;
const IS_URGENT = sql.raw(`rank = ${RANKS.urgent}`);
const IS_TRUSTED = sql`unheard < 2`;
const IS_SUSPECT = sql`${IS_QUEUED} and unheard > 1`;

function isDue(now: Date) {
  return and(IS_QUEUED, IS_TRUSTED, isFree(now));
}

/** Due, and in nobody's hands. */
function isFree(now: Date) {
  return and(lte(events.dueAt, now), or(isNull(events.leaseUntil), lt(events.leaseUntil, now)));
}

/** A moment as the column keeps it. */
function at(moment: Date): SQL {
  return sql`${sql.param(moment, events.dueAt)}`;
}
