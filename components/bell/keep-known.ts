import type { FeedItem } from "@/lib/core/feed-item";

/** `items`, each the very object in `known` where it says the same: what did not change is not drawn anew. */
export function keepKnown(items: readonly FeedItem[], known: readonly FeedItem[]): FeedItem[] {
  const before = new Map(known.map((item) => [item.id, item]));
  return items.map((item) => {
    const own = before.get(item.id);
    return own && JSON.stringify(own) === JSON.stringify(item) ? own : item;
  });
}
