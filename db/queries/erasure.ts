import { and, asc, eq, gt, gte, or, type SQL, sql } from "drizzle-orm";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { broadcasts } from "../schema/broadcasts";
import { suppressions } from "../schema/deliveries";
import { decisions, events } from "../schema/events";
import type { EventRow } from "./events";
import { holds } from "./holds";

/** Ids of the events of which something was decided for one of `names`: ids, or addresses that nobody had. */
export async function listDecidedFor(
  tx: Tx,
  workspaceId: WorkspaceId,
  names: readonly string[],
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: decisions.eventId })
    .from(decisions)
    .where(and(eq(decisions.workspaceId, workspaceId), isOneOf(decisions.userId, names), gt(decisions.eventId, after)))
    .orderBy(asc(decisions.eventId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Events that are not decided yet and say one of `names` somewhere. */
export async function findWaitingEvents(tx: Tx, workspaceId: WorkspaceId, names: readonly string[]) {
  const { id, payload, status } = events;
  // In the words of partial indexes, so that not all events are looked through.
  const queued = and(sql`${status} in ('accepted', 'scheduled')`, gte(events.dueAt, new Date(0)));
  const merging = and(sql`${status} in ('merging', 'cancelled')`, eq(status, "merging"));
  const found: Pick<EventRow, "id" | "payload" | "status">[] = [];
  for (const isWaiting of [queued, merging]) {
    const isOurs = and(eq(events.workspaceId, workspaceId), isWaiting, or(...names.map(says)));
    found.push(...(await tx.select({ id, payload, status }).from(events).where(isOurs)));
  }
  return found;
}

/** Ids of events that came since and say `name` somewhere. */
export async function listEventsSince(tx: Tx, workspaceId: WorkspaceId, name: string, since: Date): Promise<string[]> {
  const isNew = and(eq(events.workspaceId, workspaceId), gte(events.createdAt, since));
  const rows = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(isNew, says(name)));
  return rows.map(({ id }) => id);
}

/** Puts other words into an event that is decided. */
export async function rewriteEvent(tx: Tx, id: string, payload: StoredEvent): Promise<void> {
  await tx.update(events).set({ payload }).where(eq(events.id, id));
}

/** Keeps that nothing is sent to an address under `hidden` in its place: enough to know it again, not to read it. */
export async function hideSuppressions(
  tx: Tx,
  workspaceId: WorkspaceId,
  { address, hidden }: { address: string; hidden: string },
): Promise<void> {
  const isTheirs = and(eq(suppressions.workspaceId, workspaceId), eq(suppressions.address, address));
  const gone = await tx.delete(suppressions).where(isTheirs).returning();
  for (const row of gone) {
    await tx
      .insert(suppressions)
      .values({ ...row, address: hidden })
      .onConflictDoNothing();
  }
}

/** Takes the name of who wrote broadcasts from them. */
export async function renameSender(tx: Tx, workspaceId: WorkspaceId, makerId: string, sender: string): Promise<void> {
  await tx
    .update(broadcasts)
    .set({ sender })
    .where(and(eq(broadcasts.workspaceId, workspaceId), eq(broadcasts.makerId, makerId)));
}

function says(name: string): SQL {
  // As it stands within JSON; addresses are compared without case, which SQLite knows of ASCII alone.
  const within = JSON.stringify(name);
  return or(holds(events.payload, within), holds(sql`lower(cast(${events.payload} as text))`, within.toLowerCase()))!;
}
