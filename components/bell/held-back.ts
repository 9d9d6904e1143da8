import { type FeedItem, isNewer } from "@/lib/core/feed-item";

/** What a reader had in front of them: each item's place, and where the list began. */
export interface Glance {
  places: ReadonlyMap<string, string>;
  newest: string | null;
}

/** `before` is the glance until now: what was seen once is not new when it comes back. */
export function glanceAt(items: readonly FeedItem[], before: Glance | null = null): Glance {
  return {
    places: new Map(items.map((item) => [item.id, item.position])),
    newest: items.reduce<string | null>((newest, { position }) => later(newest, position), before?.newest ?? null),
  };
}

/**
 * The items to show without moving what is being read (U4): those of the glance keep their places, whatever came
 * later waits and is counted, and what returns from before (an archived one, undone) goes back to its own place.
 */
export function holdBack(items: readonly FeedItem[], glance: Glance): { shown: FeedItem[]; held: number } {
  const shown = items.filter(({ id, position }) => glance.places.has(id) || !isLater(position, glance.newest));
  const place = (item: FeedItem) => glance.places.get(item.id) ?? item.position;
  shown.sort((a, b) => (isNewer(place(a), place(b)) ? -1 : isNewer(place(b), place(a)) ? 1 : 0));
  return { shown, held: items.length - shown.length };
}

function later(newest: string | null, position: string): string {
  return isLater(position, newest) ? position : (newest ?? position);
}

function isLater(position: string, newest: string | null): boolean {
  return newest === null || isNewer(position, newest);
}
