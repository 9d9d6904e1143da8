import { type FeedItem, isNewer } from "@/lib/core/feed-item";

/** What a feed brings that came after `newest` and is unread still; newest first. */
export function arrivalsIn(items: readonly FeedItem[], newest: string | null): FeedItem[] {
  return items.filter(({ position, readAt }) => readAt === null && (newest === null || isNewer(position, newest)));
}

/** The newest position met so far: only what comes after it arrives. */
export function newestOf(items: readonly FeedItem[], newest: string | null): string | null {
  return items.reduce((last, { position }) => (last === null || isNewer(position, last) ? position : last), newest);
}
