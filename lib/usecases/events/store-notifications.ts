import type { Tx } from "@/db/database";
import type { DecisionRow } from "@/db/queries/events";
import {
  findByUpdateKey,
  insertNotifications,
  type NotificationRow,
  supersedeNotification,
} from "@/db/queries/notifications";
import type { ChannelDecision } from "@/lib/core/decision";
import type { DecidedChunk } from "./decided-chunk";

/**
 * Stores what was decided. A notification whose topic, person and `update_key` are there already is changed in place
 * and becomes unread again. Answers the notifications as stored and the decisions to store.
 */
export async function storeNotifications(tx: Tx, chunks: readonly DecidedChunk[]) {
  const notifications: NotificationRow[] = [];
  const decisions: DecisionRow[] = [];
  let fresh: NotificationRow[] = [];

  for (const chunk of chunks) {
    const { id: eventId, workspaceId, payload } = chunk.event;
    const current = payload.update_key === undefined ? undefined : await currentOf(chunk, payload.update_key);
    for (const { userId, decision, notification } of chunk.decided) {
      const stored = notification && { ...notification, id: current?.get(userId) ?? notification.id };
      const isNew = stored !== null && stored.id === notification?.id;
      const isOvertaken = stored !== null && !isNew && !(await changeInPlace(tx, stored));
      decisions.push({
        workspaceId,
        eventId,
        userId,
        notificationId: stored?.id ?? null,
        channels: isOvertaken ? decision.map(asMerged) : decision,
        at: chunk.at,
      });
      if (stored && !isOvertaken) notifications.push(stored);
      if (stored && isNew) fresh.push(stored);
    }
  }
  await insertNotifications(tx, fresh);
  return { notifications, decisions };

  // An earlier event of this portion may have the same key: its rows must be there before they are looked for.
  async function currentOf(chunk: DecidedChunk, updateKey: string): Promise<Map<string, string>> {
    await insertNotifications(tx, fresh);
    fresh = [];
    const userIds = chunk.decided.map(({ userId }) => userId);
    return findByUpdateKey(tx, chunk.event.workspaceId, chunk.event.topic, updateKey, userIds);
  }
}

/** Makes it tell of this event: unread, and back if it was put away. False when it tells of a newer one already. */
async function changeInPlace(tx: Tx, row: NotificationRow): Promise<boolean> {
  const { id, workspaceId, userId: _, createdAt: __, snoozedUntil: ___, ...change } = row;
  return supersedeNotification(tx, workspaceId, id, change);
}

/** What a newer event with the same key has already told in its place. */
function asMerged(one: ChannelDecision): ChannelDecision {
  return one.outcome === "sent" ? { ...one, outcome: "merged", reason: "merged" } : one;
}
