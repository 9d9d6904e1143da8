import { Picture } from "@/components/bell/picture";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { FeedItem } from "@/lib/core/feed-item";

/**
 * The picture, and in its place a checkbox: under the mouse, with the focus, once one is ticked, and while any row of the
 * list is selected. So it takes no room of its own, and a finger that taps the picture selects.
 */
export function SelectCell({
  item,
  selected,
  onSelect,
}: {
  item: FeedItem;
  selected: boolean;
  onSelect(item: FeedItem, range: boolean): void;
}) {
  return (
    <span className="relative z-1 size-8 shrink-0">
      <span
        className={cn(
          "block group-has-[[role=checkbox]:focus-visible]:opacity-0 group-hover:opacity-0 group-data-selecting/list:opacity-0",
          selected && "opacity-0",
        )}
      >
        <Picture item={item} />
      </span>
      <Checkbox
        aria-label={`Select ${item.title}`}
        checked={selected}
        onClick={({ shiftKey }) => onSelect(item, shiftKey)}
        className={cn(
          "absolute top-1 left-1 m-0 opacity-0 before:absolute before:-inset-2.5 focus-visible:opacity-100 group-hover:opacity-100 group-data-selecting/list:opacity-100",
          selected && "opacity-100",
        )}
      />
    </span>
  );
}
