import type { AttemptRow, DeliveryRow } from "@/db/queries/deliveries";

/** A dead letter as admins see it, with what its provider said last. Times are RFC 3339, UTC. */
export function viewDeadLetter(
  row: DeliveryRow,
  last: AttemptRow | undefined,
  topics: ReadonlyMap<string, { name: string }>,
) {
  const { id, userId, eventId, notificationId, topic, channel, destination, reason, detail, attempts } = row;
  return {
    id,
    user: userId,
    event_id: eventId,
    notification_id: notificationId,
    topic,
    topic_name: topics.get(topic)?.name ?? topic,
    channel,
    destination,
    reason,
    detail,
    attempts,
    title: row.content?.title ?? null,
    created_at: row.createdAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
    last: last ? { status: last.status, words: last.words, ambiguous: last.ambiguous } : null,
  };
}
