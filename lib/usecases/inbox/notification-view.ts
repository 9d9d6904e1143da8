import type { NotificationRow } from "@/db/queries/notifications";
import { broadcastOf } from "@/lib/core/broadcast";

/** A notification on the wire (api.md, section 2). `html` has the words of broadcasts by id: theirs carry `body_html`. */
export function notificationView(
  row: NotificationRow,
  apps: ReadonlyMap<string, { name: string; icon: string | null }>,
  html: ReadonlyMap<string, { bodyHtml: string }>,
) {
  const broadcast = html.get(broadcastOf(row.updateKey) ?? "");
  return {
    id: row.id,
    event_id: row.eventId,
    topic: row.topic,
    title: row.title,
    body: row.body,
    ...(broadcast && { body_html: broadcast.bodyHtml }),
    url: row.url,
    actor: row.actor,
    subject: row.subject,
    app: (row.appId && apps.get(row.appId)) || null,
    feed: row.feed,
    count: row.count,
    status: row.status,
    progress: row.progress,
    file_url: row.fileUrl,
    in_bell: row.inBell,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    seen_at: row.seenAt?.toISOString() ?? null,
    read_at: row.readAt?.toISOString() ?? null,
    archived_at: row.archivedAt?.toISOString() ?? null,
    snoozed_until: row.snoozedUntil?.toISOString() ?? null,
  };
}
export type NotificationView = ReturnType<typeof notificationView>;
