import { titleParts } from "@/components/bell/title-parts";
import type { FeedItem } from "@/lib/core/feed-item";

/** The title with the record it is about in bold. Isolated, so that right-to-left names keep their place. */
export function ItemTitle({ item }: { item: FeedItem }) {
  const { before, record, after } = titleParts(item.title, item.subject?.title);
  return (
    <bdi>
      {before}
      {record ? <b className="font-semibold">{record}</b> : null}
      {after}
    </bdi>
  );
}
