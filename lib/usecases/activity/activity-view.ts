import type { ListedDelivery } from "@/db/queries/activity";
import type { AttemptRow } from "@/db/queries/deliveries";
import type { EventRow } from "@/db/queries/events";
import type { ActivityRow, AttemptView, DeliveryView } from "@/lib/core/activity-view";
import type { EventInput } from "@/lib/core/event";
import type { Names } from "../events/load-names";

/** An event as the list shows it. */
export function activityRow(
  { id, topic, payload, status, appId, createdAt, dueAt }: EventRow,
  names: Names,
): ActivityRow {
  const { subject, actor, recipients } = payload;
  return {
    id,
    topicName: names.topics.get(topic)?.name ?? topic,
    status,
    at: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    subject: subject ? (subject.title ?? `${subject.type} ${subject.id}`) : null,
    actor: actor ? ("name" in actor ? actor.name : (names.actors.get(actor.user)?.name ?? actor.user)) : null,
    app: (appId && names.apps.get(appId)?.name) || null,
    recipients: recipientWords(recipients),
  };
}

/** A delivery as lists and the event's page show it. */
export function deliveryView(row: ListedDelivery, topics: Names["topics"]): DeliveryView {
  const { id, eventId, userId, topic, channel, state, reason, detail, destination, attempts } = row;
  return {
    id,
    eventId,
    user: userId,
    topicName: topics.get(topic)?.name ?? topic,
    channel,
    state,
    reason,
    detail,
    destination,
    attempts,
    at: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
  };
}

export function attemptView(row: AttemptRow): AttemptView {
  const { number, startedAt, endedAt, outcome, ambiguous, status, words } = row;
  const took = endedAt.getTime() - startedAt.getTime();
  return { number, startedAt: startedAt.toISOString(), took, outcome, ambiguous, status, words };
}

function recipientWords([first, ...others]: EventInput["recipients"]): string {
  if (!first) return "";
  const name = "user" in first ? first.user : "group" in first ? first.group : first.email;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}
