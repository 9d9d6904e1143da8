import { keepKnown } from "@/components/bell/keep-known";
import { BELL_SIZE, type FeedItem, isNewer } from "@/lib/core/feed-item";
import type { InboxShow } from "@/lib/core/inbox-query";

/** What an inbox lists, and the ids of what it dropped since the bell had it no more. */
export interface Listed {
  items: FeedItem[];
  dropped: ReadonlySet<string>;
}

export interface Arrival {
  /** The bell's latest, newest first. */
  items: FeedItem[];
  isWanted(item: FeedItem): boolean;
}

/**
 * An inbox once the bell has heard `items`: what is listed is renewed, what came after the newest of the list goes before
 * it, and what another tab put away goes (U7). Should it come back after all, it does so here too.
 */
export function arrive({ items, dropped }: Listed, { items: latest, isWanted }: Arrival, show: InboxShow): Listed {
  const heard = keepKnown(latest, items);
  const renewed = new Map(heard.map((item) => [item.id, item]));
  const isGone = show === "all" || show === "unread" ? isPutAway(heard, renewed) : isBack(renewed);
  const gone = items.filter(isGone);
  const listed = new Set(items.map(({ id }) => id));
  const newest = items[0]?.position;
  const isFresh = ({ id, position }: FeedItem) => dropped.has(id) || !newest || isNewer(position, newest);
  const fresh = heard.filter((item) => !listed.has(item.id) && isFresh(item) && isWanted(item));
  const kept = gone.length > 0 ? items.filter((item) => !isGone(item)) : items;
  return {
    items: [...fresh, ...kept.map((item) => renewed.get(item.id) ?? item)].sort(newestFirst),
    dropped: gone.length > 0 ? new Set([...dropped, ...gone.map(({ id }) => id)]) : dropped,
  };
}

/** In the bell until now, and not among its latest any more, though its place is between theirs. */
function isPutAway(heard: readonly FeedItem[], renewed: ReadonlyMap<string, FeedItem>) {
  const inBell = heard.filter((item) => item.inBell);
  const newest = inBell[0]?.position;
  const oldest = inBell.length < BELL_SIZE ? undefined : inBell.at(-1)?.position;
  return (item: FeedItem) =>
    item.inBell &&
    !renewed.has(item.id) &&
    newest !== undefined &&
    !isNewer(item.position, newest) &&
    (oldest === undefined || !isNewer(oldest, item.position));
}

/** Asleep or put away until now, and on top of the bell again. */
function isBack(renewed: ReadonlyMap<string, FeedItem>) {
  return (item: FeedItem) => isNewer(renewed.get(item.id)?.position ?? "", item.position);
}

function newestFirst(a: FeedItem, b: FeedItem): number {
  return isNewer(a.position, b.position) ? -1 : 1;
}
