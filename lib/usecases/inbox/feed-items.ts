import type { NotificationRow } from "@/db/queries/notifications";
import type { FeedItem } from "@/lib/core/feed-item";
import { knownTopics, sectionNames } from "../catalogue/known-topics";
import type { Context } from "../context";
import { knownApps } from "./known-apps";

/** Notifications as the screens show them, with the names of their topics, sections and apps. */
export async function feedItems({ db, workspaceId }: Context, rows: readonly NotificationRow[]): Promise<FeedItem[]> {
  const [topics, sections, apps] = await Promise.all([
    knownTopics(db, workspaceId),
    sectionNames(db, workspaceId),
    knownApps(db, workspaceId),
  ]);
  return rows.map((row) => {
    const topic = topics.get(row.topic);
    return {
      id: row.id,
      topic: row.topic,
      topicName: topic?.name ?? row.topic,
      section: (topic && sections.get(topic.section)) ?? row.topic,
      title: row.title,
      body: row.body,
      url: row.url,
      actor: row.actor && { name: row.actor.name, id: row.actor.user },
      subject: row.subject ?? null,
      app: (row.appId && apps.get(row.appId)) || null,
      feed: row.feed,
      status: row.status,
      progress: row.progress,
      fileUrl: row.fileUrl,
      count: row.count,
      position: row.position,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      seenAt: row.seenAt?.toISOString() ?? null,
      readAt: row.readAt?.toISOString() ?? null,
      archivedAt: row.archivedAt?.toISOString() ?? null,
      snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
      popup: row.popup,
      sticky: topic?.sticky ?? false,
    };
  });
}
