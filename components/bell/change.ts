import { type BellTab, type FeedItem, isNewer } from "@/lib/core/feed-item";
import type { InboxShow } from "@/lib/core/inbox-query";
import type { Sound } from "@/lib/core/sound";

/** Something the person did that shows at once and that the server may still refuse (U7). */
export type Change = { key: number; at: string } & (
  | { kind: "read" | "unread" | "archive" | "restore" | "wake"; items: FeedItem[] }
  | { kind: "snooze"; items: FeedItem[]; until: string }
  | { kind: "readAll"; upTo: string }
  | { kind: "unreadAll"; ids: string[] }
  | { kind: "sound"; topic: string; sound: Sound }
);

/** `items` of `tab` as they are once `change` holds; of an inbox, with what it shows. */
export function applyToItems(items: FeedItem[], change: Change, tab: BellTab, show: InboxShow = "all"): FeedItem[] {
  switch (change.kind) {
    case "readAll":
      return items.map((item) => (isNewer(item.position, change.upTo) ? item : withRead(item, change.at)));
    case "unreadAll":
      return items.map((item) => (change.ids.includes(item.id) ? withRead(item, null) : item));
    case "sound":
      return items.map((item) => (item.topic === change.topic ? { ...item, sound: change.sound } : item));
    default:
      return moved(items, change, tab, show);
  }
}

type OfItems = Extract<Change, { items: FeedItem[] }>;

function moved(items: FeedItem[], change: OfItems, tab: BellTab, show: InboxShow): FeedItem[] {
  const named = new Set(change.items.map(({ id }) => id));
  const way = WAY[show][change.kind];
  if (way === "leaves") return items.filter(({ id }) => !named.has(id));
  const changed = items.map((item) => (named.has(item.id) ? after(item, change) : item));
  return way === "returns"
    ? restored(
        changed,
        change.items.map((item) => after(item, change)),
        tab,
      )
    : changed;
}

type Ways = Partial<Record<OfItems["kind"], "leaves" | "returns">>;

const HERE: Ways = { archive: "leaves", snooze: "leaves", restore: "returns", wake: "returns" };

/** Which changes take something out of a list, and which bring it back. Reading makes nothing jump away. */
const WAY: Record<InboxShow, Ways> = {
  all: HERE,
  unread: HERE,
  snoozed: { archive: "leaves", wake: "leaves", restore: "returns", snooze: "returns" },
  archived: { restore: "leaves", archive: "returns" },
};

function after(item: FeedItem, change: OfItems): FeedItem {
  switch (change.kind) {
    case "read":
      return withRead(item, change.at);
    case "unread":
      return withRead(item, null);
    case "archive":
      return { ...item, archivedAt: change.at };
    case "restore":
      return { ...item, archivedAt: null };
    case "snooze":
      return { ...item, snoozedUntil: change.until };
    case "wake":
      return { ...item, snoozedUntil: null };
  }
}

/** The unread count of `tab` once `change` holds; `before` are its items until then. 1000, more than 999, stays. */
export function applyToUnread(unread: number, before: FeedItem[], change: Change, tab: BellTab): number {
  if (change.kind === "sound") return unread;
  if (change.kind === "readAll")
    return before.filter((item) => item.readAt === null && isNewer(item.position, change.upTo)).length;
  if (unread > 999) return unread;
  return Math.max(0, Math.min(1000, unread + shift(before, change, tab)));
}

function shift(before: FeedItem[], change: Exclude<Change, { kind: "readAll" | "sound" }>, tab: BellTab): number {
  if (change.kind === "unreadAll") {
    return tab === "all" ? change.ids.length : before.filter((item) => change.ids.includes(item.id)).length;
  }
  const own = change.items.filter((item) => item.inBell && isOf(item, tab));
  const now = (item: FeedItem) => before.find(({ id }) => id === item.id) ?? item;
  if (change.kind === "unread") return own.filter((item) => now(item).readAt !== null).length;
  if (change.kind === "restore" || change.kind === "wake")
    return own.filter((item) => item.readAt === null && !names(before, item)).length;
  return -own.filter((item) => now(item).readAt === null && names(before, item)).length;
}

function restored(items: FeedItem[], back: FeedItem[], tab: BellTab): FeedItem[] {
  const missing = back.filter((item) => isOf(item, tab) && !names(items, item));
  return [...items, ...missing].sort((a, b) => (isNewer(a.position, b.position) ? -1 : 1));
}

function withRead(item: FeedItem, readAt: string | null): FeedItem {
  return (item.readAt === null) === (readAt === null) ? item : { ...item, readAt };
}

function names(items: readonly FeedItem[], item: FeedItem): boolean {
  return items.some(({ id }) => id === item.id);
}

function isOf(item: FeedItem, tab: BellTab): boolean {
  return tab === "all" || item.feed === tab;
}
