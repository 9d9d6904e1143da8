import { Archive, ArchiveRestore, Mail, MailOpen } from "lucide-react";
import type { ItemActs } from "@/components/bell/use-item-acts";
import { Button } from "@/components/ui/button";
import type { FeedItem } from "@/lib/core/feed-item";

/**
 * The two most used actions while a mouse is over the item. Out of the tab order and away from touch: there the
 * menu beside them has the same.
 */
export function QuickActs({ item, acts }: { item: FeedItem; acts: ItemActs }) {
  const isRead = item.readAt !== null;
  const words = isRead ? "Mark as unread" : "Mark as read";
  const Sign = isRead ? Mail : MailOpen;
  return (
    <div className="absolute top-2 right-12 hidden rounded-lg border bg-popover p-0.5 shadow-float group-hover:flex pointer-coarse:hidden">
      <Button
        variant="ghost"
        size="icon-sm"
        tabIndex={-1}
        aria-label={words}
        title={words}
        className="size-7 text-muted-foreground"
        onClick={() => acts.read(item, !isRead)}
      >
        <Sign aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        tabIndex={-1}
        aria-label={item.archivedAt ? "Move to the inbox" : "Archive"}
        title={item.archivedAt ? "Move to the inbox" : "Archive"}
        className="size-7 text-muted-foreground"
        onClick={() => (item.archivedAt ? acts.restore(item) : acts.archive(item))}
      >
        {item.archivedAt ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
      </Button>
    </div>
  );
}
