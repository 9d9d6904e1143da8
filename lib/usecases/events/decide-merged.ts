import type { DecisionRow } from "@/db/queries/decisions";
import type { EventRow } from "@/db/queries/events";
import type { WaitingEvent } from "@/db/queries/merging";
import { gather } from "@/lib/core/gather";
import { mergedDecision } from "@/lib/core/merge-window";
import { type Merged, MOST_TITLES } from "@/lib/core/message";
import type { Route } from "@/lib/core/recipient";
import { decideChunk } from "./decide-chunk";
import type { DecidedChunk, DecideOptions } from "./decided-chunk";
import type { Known } from "./load-known";

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
export function decideMerged(waiting: readonly WaitingEvent[], known: Known, { now, newId }: Options): MergedWindow[] {
  // Without a window of its own: what waited does not wait again.
  const options = { now, newId };
  const decidedOf = decideEach(waiting, known, options);
  const judged = waiting.map((one): Judged => ({ ...one, decided: decidedOf.get(one.event.id)!.get(one.userId)! }));
  return [...gather(judged, ({ windowId }) => windowId).values()].map((waited) => mergeWindow(waited, known, options));
}

type Options = Pick<DecideOptions, "now" | "newId">;
type Judged = WaitingEvent & { decided: Decided };

function mergeWindow(waited: readonly Judged[], known: Known, options: Options): MergedWindow {
  const notified = waited.filter(({ decided }) => decided.notification);
  const speaker = notified.at(-1);
  const told = speaker ? tell(speaker, notified, known, options) : null;
  // What speaks for the others may be over the limits alone (S12): then they were not told either.
  const unsaid = told?.decided[0]?.notification === null ? told.decided[0].decision : null;
  const others = waited.filter((one) => one !== speaker);
  return {
    windowId: waited[0]!.windowId,
    eventIds: waited.map(({ event }) => event.id),
    told,
    others: others.map(({ event: { id: eventId, workspaceId }, userId, decided: { decision, notification } }) => {
      const spokenFor = notification !== null;
      const channels = spokenFor ? (unsaid ?? mergedDecision(decision)) : decision;
      return { workspaceId, eventId, userId, channels, spokenFor, at: options.now };
    }),
  };
}

/** The newest of those that are to be told, speaking for all of them. */
function tell(speaker: Judged, notified: readonly Judged[], known: Known, options: Options): DecidedChunk {
  const { event, userId, routes } = speaker;
  const counted = notified.filter(({ event }, at) => !isOvertaken(event, notified.slice(at + 1)));
  if (counted.length === 1) return chunkOf(event, [speaker.decided], options.now);
  const audience = audienceOf(new Map([[userId, routes]]));
  const all = decideChunk({ event: withoutKey(event), audience, merged: mergedOf(counted) }, known, options);
  const each = counted.map(({ decided }) => decided);
  return { ...all, decided: all.decided.map((one) => inCommon(one, each)) };
}

/** Every event is prepared once, however many windows it waits in. */
function decideEach(all: readonly WaitingEvent[], known: Known, options: Options) {
  const waiting = new Map<EventRow["id"], { event: EventRow; routes: Map<string, Route[]> }>();
  for (const { event, userId, routes } of all) {
    const one = waiting.get(event.id) ?? { event, routes: new Map() };
    waiting.set(event.id, one);
    one.routes.set(userId, routes);
  }
  return new Map(
    [...waiting.values()].map(({ event, routes }) => {
      const { decided } = decideChunk({ event, audience: audienceOf(routes) }, known, options);
      return [event.id, new Map(decided.map((one) => [one.userId, one]))];
    }),
  );
}

/** Of events with one `update_key` only the newest counts. */
function isOvertaken({ payload }: EventRow, later: readonly WaitingEvent[]): boolean {
  return payload.update_key !== undefined && later.some(({ event }) => event.payload.update_key === payload.update_key);
}

function mergedOf(counted: readonly WaitingEvent[]): Merged {
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
