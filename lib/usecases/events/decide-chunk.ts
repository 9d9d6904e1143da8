import type { NewDelivery } from "@/db/queries/deliveries";
import type { EventRow } from "@/db/queries/events";
import type { NotificationRow } from "@/db/queries/notifications";
import { asBroadcast } from "@/lib/core/broadcast-topic";
import { isSafeLink } from "@/lib/core/event";
import { planEvent } from "@/lib/core/fan-out";
import { laneOf } from "@/lib/core/lane";
import { waitingDecision, windowSeconds } from "@/lib/core/merge-window";
import { compileMessage, type Merged } from "@/lib/core/message";
import { type Rank, rankOf } from "@/lib/core/rank";
import { type Send, timeDecision } from "@/lib/core/time-decision";
import type { Topic } from "@/lib/core/topic";
import type { DecidedChunk, DecideOptions } from "./decided-chunk";
import { overLimits } from "./give-up";
import type { Known } from "./load-known";
import type { Names } from "./load-names";
import type { AudienceChunk } from "./next-audience";

/** An event with its next people. With `merged` it speaks for all of a window. */
interface Chunk {
  event: EventRow;
  audience: AudienceChunk;
  merged?: Merged;
}

/** Plans one event for the people of one chunk: pure but for the ids that it is given. Throws where its topic is gone. */
export function decideChunk(
  { event, audience: { routes, unknown, next }, merged }: Chunk,
  { people, names }: Known,
  { now, newId, mergeWindowSeconds = 0 }: Pick<DecideOptions, "now" | "newId" | "mergeWindowSeconds">,
): DecidedChunk {
  const known = names.topics.get(event.topic);
  if (!known) throw new Error(`Event ${event.id} is of a topic that is gone: ${event.topic}.`);
  const topic = asBroadcast(known, event.payload.broadcast);
  const plans = planEvent({ event: event.payload, topic });
  const actor = actorOf(event, names);
  const app = event.appId ? (names.apps.get(event.appId) ?? null) : null;
  const message = compileMessage(topic, { ...event.payload, actor: actor ?? undefined }, app, merged);
  const shared = { ...sharedFields(event, topic, actor, now), count: merged?.count ?? 1 };
  const rank = rankOf(topic.urgency, event.payload.broadcast !== undefined);
  const window = merged ? 0 : windowSeconds(topic, mergeWindowSeconds);

  const decided: DecidedChunk["decided"] = [...routes].map(([userId, ways]) => {
    const person = people.get(userId);
    if (!person) return { userId, decision: plans.decideUnknown().decision, notification: null };
    const plan = plans.decide({ ...person, routes: ways });
    if (!plan.notify) return { userId, decision: plan.decision, notification: null };
    if (window > 0) return { userId, decision: waitingDecision(plan.decision), notification: null, waits: ways };
    const said = message.render(person);
    if (!said) return { userId, decision: overLimits(plan.decision), notification: null };
    const { title, body, url } = said;
    const { inBell } = plan;
    const { timing, activeInApp, openInApp } = person;
    const circumstances = { timing, activeInApp, openInApp, urgency: topic.urgency, now };
    const { decision, popup, browser, sends } = timeDecision(plan, circumstances);
    const id = newId("ntf");
    return {
      userId,
      decision,
      // What differs first: a literal that begins with a spread costs ten times as much.
      notification: { id, userId, title, body, url, inBell, popup, browser, position: positionOf(id), ...shared },
      deliveries: sends.flatMap((send) =>
        (person.connections.get(send.channel) ?? [null]).map((connectionId) =>
          deliveryOf({ ...send, connectionId }, { id: newId("dlv"), notificationId: id, userId, event, rank, now }),
        ),
      ),
    };
  });
  for (const name of unknown) {
    decided.push({ userId: name, decision: plans.decideUnknown().decision, notification: null });
  }
  return { event, next, decided, window, at: now };
}

interface Told {
  id: string;
  notificationId: string;
  userId: string;
  event: EventRow;
  rank: Rank;
  now: Date;
}

type Way = Send & { connectionId: string | null };

function deliveryOf({ channel, connectionId, at, reason }: Way, told: Told): NewDelivery {
  const { id, notificationId, userId, rank, now } = told;
  const { workspaceId, id: eventId, topic } = told.event;
  return {
    id,
    key: id,
    workspaceId,
    userId,
    eventId,
    notificationId,
    topic,
    channel,
    connectionId,
    lane: laneOf(channel, connectionId),
    state: "pending",
    reason,
    rank,
    dueAt: at,
    createdAt: now,
  };
}

/** Where it stands in the lists: by the moment in its id. */
function positionOf(id: string): string {
  return id.replace(/^ntf/, "pos");
}

function actorOf({ payload: { actor } }: EventRow, names: Names): NotificationRow["actor"] {
  if (!actor) return null;
  if ("name" in actor) return { name: actor.name };
  const known = names.actors.get(actor.user);
  return known ? { user: actor.user, name: known.name } : { user: actor.user, name: actor.user };
}

function sharedFields(event: EventRow, topic: Topic, actor: NotificationRow["actor"], now: Date) {
  const { subject = null, data = {}, update_key: updateKey = null } = event.payload;
  return {
    workspaceId: event.workspaceId,
    eventId: event.id,
    topic: topic.key,
    actor,
    subject,
    appId: event.appId,
    feed: topic.feed,
    status: isStatus(data.status) ? data.status : null,
    progress: isProgress(data.progress) ? data.progress : null,
    fileUrl: typeof data.file_url === "string" && isSafeLink(data.file_url) ? data.file_url : null,
    updateKey,
    createdAt: now,
    updatedAt: now,
    seenAt: null,
    readAt: null,
    archivedAt: null,
    snoozedUntil: null,
  };
}

function isStatus(value: unknown): value is NonNullable<NotificationRow["status"]> {
  return value === "running" || value === "success" || value === "failure";
}

function isProgress(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}
