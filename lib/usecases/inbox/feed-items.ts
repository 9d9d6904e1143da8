import type { NotificationRow } from "@/db/queries/notifications";
import { findSounds } from "@/db/queries/sounds";
import type { FeedItem } from "@/lib/core/feed-item";
import { soundOf } from "@/lib/core/sound";
import { broadcastParts } from "../broadcasts/broadcast-parts";
import { everyTopic, sectionNames } from "../catalogue/known-topics";
import type { UserContext } from "../context";
import { knownApps } from "./known-apps";

/** A person's notifications as the screens show them, with the names of their topics, sections and apps. */
export async function feedItems(ctx: UserContext, rows: readonly NotificationRow[]): Promise<FeedItem[]> {
  if (rows.length === 0) return [];
  const { db, workspaceId, actor } = ctx;
  const [topics, sections, apps, sounds, broadcasts] = await Promise.all([
    everyTopic(db, workspaceId),
    sectionNames(db, workspaceId),
    knownApps(db, workspaceId),
    findSounds(db.read, workspaceId, actor.id),
    broadcastParts(ctx, rows),
  ]);
  return rows.map((row) => {
    const topic = topics.get(row.topic);
    return {
      id: row.id,
      topic: row.topic,
      topicName: topic?.name ?? row.topic,
      section: (topic && sections.get(topic.section)) ?? row.topic,
      sectionKey: topic?.section ?? "",
      title: row.title,
      body: row.body,
      broadcast: broadcasts.get(row.id),
      url: row.url,
      actor: row.actor && { name: row.actor.name, id: row.actor.user },
      subject: row.subject ?? null,
      app: appOf(row.appId, apps),
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
      inBell: row.inBell,
      popup: row.popup,
      browser: row.browser,
      sticky: topic?.sticky ?? false,
      sound: soundOf(row.topic, sounds),
      required: topic?.required.includes("desktop") ?? false,
    };
  });
}

function appOf(id: string | null, apps: Awaited<ReturnType<typeof knownApps>>): FeedItem["app"] {
  const app = id === null ? undefined : apps.get(id);
  return id !== null && app ? { id, ...app } : null;
}
