import { Archive, CircleHelp, Ellipsis, Mail, MailOpen } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { FeedItem } from "@/lib/core/feed-item";

export interface ItemMenuActs {
  onRead(read: boolean): void;
  onArchive(): void;
  onWhy(): void;
}

/** Everything that can be done with one notification (R12). Not modal: the panel behind it stays alive. */
export function ItemMenu({
  item,
  titleId,
  onRead,
  onArchive,
  onWhy,
}: ItemMenuActs & { item: FeedItem; titleId: string }) {
  const isRead = item.readAt !== null;
  const leadsToWhy = useRef(false);

  // The explanation takes the focus; the menu gives it back to its button only otherwise.
  function onCloseAutoFocus(event: Event) {
    if (leadsToWhy.current) event.preventDefault();
    leadsToWhy.current = false;
  }

  function explain() {
    leadsToWhy.current = true;
    onWhy();
  }

  return (
    <DropdownMenu modal={false}>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="More actions"
          aria-describedby={titleId}
          className="relative text-muted-foreground"
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" onCloseAutoFocus={onCloseAutoFocus}>
        <DropdownMenuItem onSelect={() => onRead(!isRead)}>
          {isRead ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
          {isRead ? "Mark as unread" : "Mark as read"}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={onArchive}>
          <Archive aria-hidden />
          Archive
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={explain}>
          <CircleHelp aria-hidden />
          Why this?
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
