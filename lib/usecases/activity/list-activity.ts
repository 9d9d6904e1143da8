import { z } from "zod";
import { findEvents, listEvents, listQueuedEvents, type Place } from "@/db/queries/activity";
import { listDecisionsOf } from "@/db/queries/decisions";
import type { EventRow } from "@/db/queries/events";
import { ACTIVITY_STATUSES, type ActivityRow, type ActivityStatus } from "@/lib/core/activity-view";
import { Instant } from "@/lib/core/instant";
import { type Context, needRole } from "../context";
import { loadNames } from "../events/load-names";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { activityRow } from "./activity-view";
import { placeOf, placeText } from "./place";
import { walk } from "./walk";

const Filter = z.strictObject({
  /** Id of somebody it was decided for. */
  person: z.string().max(128).optional(),
  topic: z.string().max(120).optional(),
  status: z.enum(ACTIVITY_STATUSES).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
type Filter = z.infer<typeof Filter>;

/**
 * Events by person, topic, status and time (U24): newest first, those that wait the next first. What is rarest of what is
 * asked for leads by its index; the rest is sifted out of it.
 */
export const listActivity = verb({
  input: z.strictObject({ ...Paging, ...Filter.shape }),
  may: needRole("admin"),
  async run(ctx, { limit, cursor, ...filter }): Promise<{ rows: ActivityRow[]; nextCursor: string | null }> {
    const source = sourceOf(ctx, filter);
    const { rows, nextCursor } = await walk(
      ctx,
      `activity ${JSON.stringify(filter)}`,
      { limit, cursor },
      {
        ...source,
        positionOf: (row) => placeText(source.placeOf(row)),
        isWanted: (row) => isWanted(row, filter),
      },
    );
    const events = rows.map(({ event }) => event);
    const names = await loadNames(ctx.db, ctx.workspaceId, events);
    return { rows: events.map((event) => activityRow(event, names)), nextCursor };
  },
});

/** An event, and when it was decided where the list is of decisions. */
interface Row {
  event: EventRow;
  decidedAt: Date | null;
}

interface Source {
  portion(from: string | undefined, limit: number): Promise<Row[]>;
  placeOf(row: Row): Place;
  isPast?(row: Row): boolean;
}

function sourceOf(ctx: Context, { person, topic, status, since, until }: Filter): Source {
  const { db, workspaceId } = ctx;
  // From the moment asked for; "~" comes after every id.
  const start = until === undefined ? undefined : { at: new Date(until), id: "~" };
  const before = (from: string | undefined) => (from === undefined ? start : placeOf(from));
  const ofEvent = { isPast: ({ event }: Row) => since !== undefined && event.createdAt < new Date(since) };
  if (person !== undefined) {
    return {
      portion: (from, limit) => decidedFor(ctx, person, before(from), limit),
      placeOf: ({ event, decidedAt }) => ({ at: decidedAt ?? event.createdAt, id: event.id }),
      isPast: ({ decidedAt }) => since !== undefined && decidedAt !== null && decidedAt < new Date(since),
    };
  }
  if (status === "waiting") {
    return {
      portion: async (from, limit) => {
        const after = from === undefined ? undefined : placeOf(from);
        return (await listQueuedEvents(db.read, workspaceId, { before: after, limit })).map(asRow);
      },
      placeOf: ({ event }) => ({ at: event.dueAt, id: event.id }),
    };
  }
  const apart = status === "merging" || status === "cancelled" ? status : undefined;
  return {
    ...ofEvent,
    portion: async (from, limit) =>
      (await listEvents(db.read, workspaceId, apart ? { apart } : { topic }, { before: before(from), limit })).map(
        asRow,
      ),
    placeOf: ({ event }) => ({ at: event.createdAt, id: event.id }),
  };
}

async function decidedFor({ db, workspaceId }: Context, person: string, before: Place | undefined, limit: number) {
  const place = before && { at: before.at, eventId: before.id };
  const decisions = await listDecisionsOf(db.read, workspaceId, person, { before: place, limit });
  const ids = decisions.map(({ eventId }) => eventId);
  const events = new Map((await findEvents(db.read, workspaceId, ids)).map((event) => [event.id, event]));
  return decisions.flatMap(({ eventId, at }) => {
    const event = events.get(eventId);
    return event ? [{ event, decidedAt: at }] : [];
  });
}

function asRow(event: EventRow): Row {
  return { event, decidedAt: null };
}

const OPEN: Record<ActivityStatus, readonly EventRow["status"][]> = {
  waiting: ["accepted", "scheduled"],
  merging: ["merging"],
  processed: ["processed"],
  cancelled: ["cancelled"],
};

function isWanted({ event, decidedAt }: Row, { topic, status, since, until }: Filter): boolean {
  const at = decidedAt ?? event.createdAt;
  if (since !== undefined && at < new Date(since)) return false;
  if (until !== undefined && at > new Date(until)) return false;
  if (topic !== undefined && event.topic !== topic) return false;
  return status === undefined || OPEN[status].includes(event.status);
}
