import type { DecisionRow, EventRow } from "@/db/queries/events";
import type { MemberRow } from "@/db/queries/merging";
import { gather } from "@/lib/core/gather";
import { mergedDecision } from "@/lib/core/merge-window";
import { type Merged, MOST_TITLES } from "@/lib/core/message";
import type { Route } from "@/lib/core/recipient";
import { decideChunk } from "./decide-chunk";
import type { DecidedChunk, DecideOptions } from "./decided-chunk";
import type { Names } from "./load-names";
import type { Person } from "./load-people";

type Member = Pick<MemberRow, "windowId" | "userId" | "routes"> & { event: EventRow };
type Decided = DecidedChunk["decided"][number];

/** What becomes of one window. */
export interface MergedWindow {
  windowId: string;
  /** Of all that waited in it. */
  eventIds: string[];
  /** The one notification, by the newest event; null when none of them is to be told any more. */
  told: DecidedChunk | null;
  /** Of the other events; `spokenFor` of those that the notification tells of. */
  others: (Omit<DecisionRow, "notificationId"> & { spokenFor: boolean })[];
}

/** Decides what waited, oldest first, by what holds now: pure but for the ids that it is given. */
export function decideMerged(
  members: readonly Member[],
  people: ReadonlyMap<string, Person>,
  names: Names,
  options: DecideOptions,
): MergedWindow[] {
  const now = { ...options, mergeWindowSeconds: 0 };
  const decidedOf = decideEach(members, people, names, now);
  return [...gather(members, ({ windowId }) => windowId)].map(([windowId, waited]) => {
    const { userId } = waited[0]!;
    const decided = (event: EventRow) => decidedOf.get(event.id)!.get(userId)!;
    const notified = waited.filter(({ event }) => decided(event).notification);
    const counted = notified.filter(({ event }, index) => !isOvertaken(event, notified.slice(index + 1)));
    const speaker = notified.at(-1);
    const told = speaker ? tell(speaker, counted) : null;
    // What speaks for the others may be over the limits alone (S12): then they were not told either.
    const unsaid = told?.decided[0]?.notification === null ? told.decided[0].decision : null;
    return {
      windowId,
      eventIds: waited.map(({ event }) => event.id),
      told,
      others: waited
        .filter((member) => member !== speaker)
        .map(({ event: { id: eventId, workspaceId }, ...member }) => {
          const { decision, notification } = decidedOf.get(eventId)!.get(member.userId)!;
          const spokenFor = notification !== null;
          return {
            workspaceId,
            eventId,
            userId,
            channels: spokenFor ? (unsaid ?? mergedDecision(decision)) : decision,
            spokenFor,
            at: now.now,
          };
        }),
    };

    function tell({ event, routes }: Member, counted: readonly Member[]): DecidedChunk {
      if (counted.length === 1) return chunkOf(event, [decided(event)], now.now);
      const audience = audienceOf(new Map([[userId, routes]]));
      const all = decideChunk(withoutKey(event), audience, people, names, now, mergedOf(counted));
      return {
        ...all,
        decided: all.decided.map((one) =>
          inCommon(
            one,
            counted.map(({ event }) => decided(event)),
          ),
        ),
      };
    }
  });
}

/** Every event is prepared once, however many windows it waits in. */
function decideEach(
  members: readonly Member[],
  people: ReadonlyMap<string, Person>,
  names: Names,
  options: DecideOptions,
) {
  const waiting = new Map<EventRow["id"], { event: EventRow; routes: Map<string, Route[]> }>();
  for (const { event, userId, routes } of members) {
    const known = waiting.get(event.id) ?? { event, routes: new Map() };
    waiting.set(event.id, known);
    known.routes.set(userId, routes);
  }
  return new Map(
    [...waiting.values()].map(({ event, routes }) => {
      const { decided } = decideChunk(event, audienceOf(routes), people, names, options);
      return [event.id, new Map(decided.map((one) => [one.userId, one]))];
    }),
  );
}

/** Of events with one `update_key` only the newest counts. */
function isOvertaken({ payload }: EventRow, later: readonly Member[]): boolean {
  return payload.update_key !== undefined && later.some(({ event }) => event.payload.update_key === payload.update_key);
}

function mergedOf(counted: readonly Member[]): Merged {
  const titles = counted.flatMap(({ event }) => event.payload.subject?.title ?? []).reverse();
  return { count: counted.length, titles: [...new Set(titles)].slice(0, MOST_TITLES) };
}

/** One notification of several: it names no record, and who did it only where one did all. */
function inCommon(one: Decided, each: readonly Decided[]): Decided {
  const { notification } = one;
  if (!notification) return one;
  const actors = new Set(each.map(({ notification }) => JSON.stringify(notification?.actor ?? null)));
  return {
    ...one,
    notification: { ...notification, subject: null, actor: actors.size === 1 ? notification.actor : null },
  };
}

function withoutKey(event: EventRow): EventRow {
  const { update_key: _, ...payload } = event.payload;
  return { ...event, payload };
}

function audienceOf(routes: Map<string, Route[]>) {
  return { routes, unknown: [], next: null };
}

function chunkOf(event: EventRow, decided: DecidedChunk["decided"], at: Date): DecidedChunk {
  return { event, decided, next: null, window: 0, at };
}
