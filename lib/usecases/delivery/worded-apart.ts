import type { Tx } from "@/db/database";
import { findPayloads } from "@/db/queries/events";
import type { NotificationRow } from "@/db/queries/notifications";
import { type Channel, MEDIUM_OF } from "@/lib/core/channel";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Topic } from "@/lib/core/topic";
import { saidOn } from "@/lib/core/topic-templates";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Person } from "../events/load-people";

/** What the events said of which some medium speaks in words of its own. No query where none does (R86). */
export async function eventsToWord(
  tx: Tx,
  workspaceId: WorkspaceId,
  notifications: Iterable<NotificationRow>,
  topics: ReadonlyMap<string, Topic>,
): Promise<ReadonlyMap<string, StoredEvent>> {
  const ids = [...notifications].flatMap((one) => (topics.get(one.topic)?.wording ? one.eventId : []));
  return ids.length === 0 ? new Map() : findPayloads(tx, workspaceId, ids);
}

interface Told {
  channel: Channel;
  topic: Topic;
  notification: NotificationRow;
  event: StoredEvent | undefined;
  person: Person;
  app: string | undefined;
}

/** What a channel's medium says in words of its own. One notification of several events says what it says everywhere. */
export function wordedApart({ channel, topic, notification, event, person, app }: Told) {
  if (!event || event.broadcast || notification.count > 1) return {};
  const actor = notification.actor ?? undefined;
  const named = app === undefined ? null : { name: app };
  return saidOn({ topic, medium: MEDIUM_OF[channel], event: { ...event, actor }, app: named, recipient: person });
}
