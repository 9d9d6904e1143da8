import type { Tx } from "@/db/database";
import type { DecisionRow } from "@/db/queries/events";
import {
  findByUpdateKey,
  insertNotifications,
  type NotificationRow,
  supersedeNotification,
} from "@/db/queries/notifications";
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
      decisions.push({
        workspaceId,
        eventId,
        userId,
        notificationId: stored?.id ?? null,
        channels: decision,
        at: chunk.at,
      });
      if (!stored) continue;
      notifications.push(stored);
      if (stored.id === notification.id) fresh.push(stored);
      else await changeInPlace(tx, stored);
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

async function changeInPlace(tx: Tx, row: NotificationRow): Promise<void> {
  const { id, workspaceId, userId: _, createdAt: __, archivedAt: ___, snoozedUntil: ____, ...change } = row;
  await supersedeNotification(tx, workspaceId, id, change);
}
