import { type BellTab, type FeedItem, isNewer } from "@/lib/core/feed-item";
import type { Sound } from "@/lib/core/sound";

/** Something the person did that shows at once and that the server may still refuse (U7). */
export type Change = { key: number; at: string } & (
  | { kind: "read" | "unread" | "archive" | "restore"; items: FeedItem[] }
  | { kind: "readAll"; upTo: string }
  | { kind: "unreadAll"; ids: string[] }
  | { kind: "sound"; topic: string; sound: Sound }
);

/** `items` of `tab` as they are once `change` holds. */
export function applyToItems(items: FeedItem[], change: Change, tab: BellTab): FeedItem[] {
  switch (change.kind) {
    case "readAll":
      return items.map((item) => (isNewer(item.position, change.upTo) ? item : withRead(item, change.at)));
    case "unreadAll":
      return items.map((item) => (change.ids.includes(item.id) ? withRead(item, null) : item));
    case "read":
      return items.map((item) => (names(change.items, item) ? withRead(item, change.at) : item));
    case "unread":
      return items.map((item) => (names(change.items, item) ? withRead(item, null) : item));
    case "archive":
      return items.filter((item) => !names(change.items, item));
    case "restore":
      return restored(items, change.items, tab);
    case "sound":
      return items.map((item) => (item.topic === change.topic ? { ...item, sound: change.sound } : item));
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
  if (change.kind === "restore") return own.filter((item) => item.readAt === null && !names(before, item)).length;
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
