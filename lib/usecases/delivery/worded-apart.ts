import type { Tx } from "@/db/database";
import { findPayloads } from "@/db/queries/events";
import type { NotificationRow } from "@/db/queries/notifications";
import { type Channel, MEDIUM_OF } from "@/lib/core/channel";
import { MOST_TITLES } from "@/lib/core/message";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Topic } from "@/lib/core/topic";
import { saidOn } from "@/lib/core/topic-templates";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Person } from "../events/load-people";

/** What a notification tells of: its event, and the records of all where it is of several. */
export interface ToWord {
  event: StoredEvent;
  titles: readonly string[];
}

/** Each by id, topics by key. */
interface ToSend {
  notifications: ReadonlyMap<string, NotificationRow>;
  topics: ReadonlyMap<string, Topic>;
  /** The records of those that tell of several events. */
  merged: ReadonlyMap<string, readonly { title: string }[]>;
}

/** What is told of each notification of which some medium speaks in words of its own. No query where none does (R86). */
export async function findToWord(
  tx: Tx,
  workspaceId: WorkspaceId,
  { notifications, topics, merged }: ToSend,
): Promise<ReadonlyMap<string, ToWord>> {
  const worded = [...notifications.values()].filter(({ topic }) => topics.get(topic)?.wording);
  if (worded.length === 0) return new Map();
  const events = await findPayloads(
    tx,
    workspaceId,
    worded.map(({ eventId }) => eventId),
  );
  return new Map(
    worded.flatMap(({ id, eventId }) => {
      const event = events.get(eventId);
      const titles = (merged.get(id) ?? []).map(({ title }) => title);
      return event ? [[id, { event, titles }] as const] : [];
    }),
  );
}

interface Told {
  channel: Channel;
  topic: Topic;
  notification: NotificationRow;
  toWord: ToWord | undefined;
  person: Person;
  app: string | undefined;
}

/** What a channel's medium says in words of its own; null: over the limits. A broadcast says everywhere what its writer wrote. */
export function wordedApart({ channel, topic, notification, toWord, person, app }: Told) {
  if (!toWord || toWord.event.broadcast) return {};
  const { count } = notification;
  return saidOn({
    topic,
    medium: MEDIUM_OF[channel],
    recipient: person,
    app: app === undefined ? null : { name: app },
    event: { ...toWord.event, actor: notification.actor ?? undefined },
    ...(count > 1 && { merged: { count, titles: toWord.titles.slice(0, MOST_TITLES) } }),
  });
}
