import type { FeedItem } from "@/lib/core/feed-item";
import { recordKey } from "@/lib/core/inbox-query";

/** One row of the inbox: a notification, and behind it the older ones about the same record. */
export interface Gathering {
  lead: FeedItem;
  older: FeedItem[];
}

/** Gathers `items`, newest first, by their record; what is about none stands alone. */
export function gather(items: readonly FeedItem[]): Gathering[] {
  const rows: Gathering[] = [];
  const byRecord = new Map<string, Gathering>();
  for (const item of items) {
    const key = item.subject && recordKey(item.subject);
    const known = key === null ? undefined : byRecord.get(key);
    if (known) {
      known.older.push(item);
      continue;
    }
    const row = { lead: item, older: [] };
    rows.push(row);
    if (key !== null) byRecord.set(key, row);
  }
  return rows;
}

/** All that a row stands for. */
export function membersOf({ lead, older }: Gathering): FeedItem[] {
  return [lead, ...older];
}

/** What a folded row shows: its newest, which counts as unread while any of them is. */
export function faceOf(row: Gathering): FeedItem {
  const unread = row.lead.readAt !== null && row.older.some(({ readAt }) => readAt === null);
  return unread ? { ...row.lead, readAt: null } : row.lead;
}
