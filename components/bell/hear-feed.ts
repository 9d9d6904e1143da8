import type { FeedItem } from "@/lib/core/feed-item";

type Listener = (items: FeedItem[]) => void;
const listeners = new Set<Listener>();

/** Tells an open inbox what the bell has just heard: its latest 50, newest first. */
export function tellFeed(items: FeedItem[]) {
  for (const listener of listeners) listener(items);
}

/** Calls `listener` with each feed that the bell hears, until the returned function is called. */
export function hearFeed(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
