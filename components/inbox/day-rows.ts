import { faceOf, type Gathering, gather, membersOf } from "@/components/inbox/gather";
import type { FeedItem } from "@/lib/core/feed-item";

/** One line of a day as it is drawn. */
export interface DayRow {
  item: FeedItem;
  /** How many stand behind it; 0 for most. */
  older: number;
  unfolded: boolean;
  /** Stood behind another, which was unfolded. */
  nested: boolean;
  /** What is done to the line is done to these. */
  members: FeedItem[];
}

/** The lines of one day's items, newest first. `unfolded` are the ids of the rows that were unfolded. */
export function dayRows(items: readonly FeedItem[], unfolded: ReadonlySet<string>, apart: boolean): DayRow[] {
  const rows: Gathering[] = apart ? items.map((lead) => ({ lead, older: [] })) : gather(items);
  return rows.flatMap((row) => {
    const open = row.older.length > 0 && membersOf(row).some(({ id }) => unfolded.has(id));
    if (!open) return { ...line(faceOf(row), membersOf(row)), older: row.older.length };
    const lead = { ...line(row.lead, [row.lead]), older: row.older.length, unfolded: true };
    return [lead, ...row.older.map((item) => ({ ...line(item, [item]), nested: true }))];
  });
}

function line(item: FeedItem, members: FeedItem[]): DayRow {
  return { item, older: 0, unfolded: false, nested: false, members };
}
