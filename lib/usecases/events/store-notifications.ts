import type { Tx } from "@/db/database";
import type { DecisionRow } from "@/db/queries/decisions";
import { findUntried, insertDeliveries, type NewDelivery } from "@/db/queries/deliveries";
import {
  findByUpdateKey,
  insertNotifications,
  type NotificationRow,
  supersedeNotification,
} from "@/db/queries/notifications";
import type { Channel } from "@/lib/core/channel";
import type { ChannelDecision } from "@/lib/core/decision";
import type { DecidedChunk } from "./decided-chunk";

/**
 * Stores what was decided. A notification whose topic, person and `update_key` are there already is changed in place
 * and becomes unread again; what still waits to be sent about it then tells of this event too. Stores the deliveries, and
 * answers the notifications as stored and the decisions to store.
 */
export async function storeNotifications(tx: Tx, chunks: readonly DecidedChunk[]) {
  const notifications: NotificationRow[] = [];
  const decisions: DecisionRow[] = [];
  let fresh: NotificationRow[] = [];
  let outgoing: NewDelivery[] = [];

  for (const chunk of chunks) {
    const { id: eventId, workspaceId, payload } = chunk.event;
    const current = payload.update_key === undefined ? undefined : await currentOf(chunk, payload.update_key);
    for (const { userId, decision, notification, deliveries = [] } of chunk.decided) {
      const stored = notification && { ...notification, id: current?.ids.get(userId) ?? notification.id };
      const isNew = stored !== null && stored.id === notification?.id;
      const isOvertaken = stored !== null && !isNew && !(await changeInPlace(tx, stored));
      const waiting = stored && !isNew ? current?.waiting.get(stored.id) : undefined;
      const isTold = (channel: Channel) => isOvertaken || waiting?.has(channel) === true;
      decisions.push({
        workspaceId,
        eventId,
        userId,
        notificationId: stored?.id ?? null,
        channels: isOvertaken || waiting ? decision.map((one) => asMerged(one, isOvertaken, isTold)) : decision,
        at: chunk.at,
      });
      if (stored && !isOvertaken) notifications.push(stored);
      if (stored && isNew) fresh.push(stored);
      for (const delivery of deliveries) {
        if (!isTold(delivery.channel)) outgoing.push(isNew ? delivery : { ...delivery, notificationId: stored!.id });
      }
    }
  }
  await flush();
  return { notifications, decisions };

  async function flush(): Promise<void> {
    await insertNotifications(tx, fresh);
    await insertDeliveries(tx, outgoing);
    fresh = [];
    outgoing = [];
  }

  // An earlier event of this portion may have the same key: its rows must be there before they are looked for.
  async function currentOf(chunk: DecidedChunk, updateKey: string) {
    await flush();
    const userIds = chunk.decided.map(({ userId }) => userId);
    const { workspaceId, topic } = chunk.event;
    const ids = await findByUpdateKey(tx, workspaceId, { topic, updateKey, userIds });
    const waiting = new Map<string, Set<Channel>>();
    for (const { notificationId, channel } of await findUntried(tx, [...ids.values()])) {
      waiting.set(notificationId, (waiting.get(notificationId) ?? new Set()).add(channel));
    }
    return { ids, waiting };
  }
}

/** Makes it tell of this event: unread, and back if it was put away. False when it tells of a newer one already. */
async function changeInPlace(tx: Tx, row: NotificationRow): Promise<boolean> {
  const { id, workspaceId, userId: _, createdAt: __, snoozedUntil: ___, ...change } = row;
  return supersedeNotification(tx, workspaceId, id, change);
}

/** What is told already: by a newer event with the same key, or by the message that still waits to be sent. */
function asMerged(one: ChannelDecision, isOvertaken: boolean, isTold: (channel: Channel) => boolean): ChannelDecision {
  const leaves = one.outcome === "pending" || one.outcome === "held";
  const merged = leaves ? isTold(one.channel) : isOvertaken && one.outcome === "sent";
  return merged ? { ...one, outcome: "merged", reason: "merged" } : one;
}
