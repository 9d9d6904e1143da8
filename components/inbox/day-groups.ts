import { dayWords } from "@/components/ui/relative-words";
import type { FeedItem } from "@/lib/core/feed-item";

/** Items under the day they came, in `zone`; both in the order given. */
export function dayGroups(items: FeedItem[], now: Date, zone: string): { day: string; items: FeedItem[] }[] {
  const groups = new Map<string, FeedItem[]>();
  for (const item of items) {
    const day = dayWords(new Date(item.updatedAt), now, zone);
    groups.set(day, [...(groups.get(day) ?? []), item]);
  }
  return [...groups].map(([day, items]) => ({ day, items }));
}
