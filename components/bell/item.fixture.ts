import type { FeedItem } from "@/lib/core/feed-item";

/** A believable item for tests; `position` is its number. */
export function feedItem(position: number, changes: Partial<FeedItem> = {}): FeedItem {
  return {
    id: `ntf_${position}`,
    topic: "deals.assigned",
    topicName: "Deal assigned to you",
    section: "Deals",
    sectionKey: "deals",
    title: "Grace assigned you ACME renewal",
    body: "",
    url: null,
    actor: { name: "Grace Hopper", id: "grace" },
    subject: { type: "deal", id: "42", title: "ACME renewal" },
    app: null,
    feed: null,
    status: null,
    progress: null,
    fileUrl: null,
    count: 1,
    position: String(position),
    createdAt: "2026-11-21T18:51:00Z",
    updatedAt: "2026-11-21T18:51:00Z",
    seenAt: null,
    readAt: null,
    archivedAt: null,
    snoozedUntil: null,
    inBell: true,
    popup: false,
    browser: false,
    sticky: false,
    sound: "chime",
    required: false,
    ...changes,
  };
}
