import { Progress } from "@/components/ui/progress";
import type { FeedItem } from "@/lib/core/feed-item";

/** How far something running has come: a bar with its percent. Nothing for what is not running. */
export function ItemProgress({ item }: { item: FeedItem }) {
  if (item.status !== "running" || item.progress === null) return null;
  const percent = Math.round(item.progress * 100);
  return (
    <div className="flex items-center gap-2.5 py-0.5">
      <Progress value={percent} label={item.title} className="flex-1" />
      <span aria-hidden className="figures w-9 text-right text-muted-foreground text-xs">
        {percent} %
      </span>
    </div>
  );
}
