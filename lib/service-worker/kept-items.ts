import type { FeedItem } from "@/lib/core/feed-item";

/** What is kept in a browser for when there is no network: what its owner saw last, and nothing that answers for them. */
const CACHE = "belfry-kept";
const ITEMS = "/kept/items";
/** As many as the bell shows (R5). */
const MOST = 50;

export interface KeptItem extends Pick<FeedItem, "title" | "body" | "createdAt" | "readAt"> {
  /** The app's name, else the section's. */
  origin: string;
}

export interface Kept {
  /** Newest first. */
  items: KeptItem[];
  /** When they were right, RFC 3339. */
  at: string;
}

/** Keeps the latest items, as pages and pushes hear them. */
export async function keepItems(items: readonly FeedItem[]): Promise<void> {
  const kept = items.slice(0, MOST).map(({ title, body, section, app, createdAt, readAt }) => {
    return { title, body, origin: app?.name ?? section, createdAt, readAt };
  });
  const text = JSON.stringify({ items: kept, at: new Date().toISOString() } satisfies Kept);
  await (await caches.open(CACHE)).put(ITEMS, new Response(text));
}

/** What was kept last; null where nothing is. */
export async function keptItems(): Promise<Kept | null> {
  const answer = await caches.match(ITEMS, { cacheName: CACHE });
  return answer ? ((await answer.json()) as Kept) : null;
}

/** Nothing of it stays behind when its owner leaves (S33). */
export async function forgetItems(): Promise<void> {
  await caches.delete(CACHE);
}
