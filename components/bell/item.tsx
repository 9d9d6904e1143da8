"use client";

import { Download } from "lucide-react";
import { useId, useRef, useState } from "react";
import { ItemLink } from "@/components/bell/item-link";
import { ItemMenu } from "@/components/bell/item-menu";
import { ItemMeta } from "@/components/bell/item-meta";
import { ItemProgress } from "@/components/bell/item-progress";
import { ItemTitle } from "@/components/bell/item-title";
import { Picture } from "@/components/bell/picture";
import { QuickActs } from "@/components/bell/quick-acts";
import type { Acts } from "@/components/bell/use-acts";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Why } from "@/components/why/why";
import type { FeedItem } from "@/lib/core/feed-item";
import type { SnoozeChoice } from "@/lib/core/snooze";

export interface ItemProps {
  item: FeedItem;
  /** 1 for the first. */
  place: number;
  /** How many there are; -1 when nobody knows. */
  of: number;
  zone: string;
  acts: Acts;
  onArchive(item: FeedItem): void;
  onSnooze(item: FeedItem, choice: SnoozeChoice): void;
  /** Just before another page is shown. */
  onLeave?(): void;
}

/** One notification: who did what to which record, when, and what can be done with it (U12). */
export function Item({ item, place, of, zone, acts, onArchive, onSnooze, onLeave }: ItemProps) {
  const titleId = useId();
  const [whyOpen, setWhyOpen] = useState(false);
  const article = useRef<HTMLElement>(null);
  const unread = item.readAt === null;

  function hideWhy() {
    setWhyOpen(false);
    article.current?.focus();
  }

  return (
    <article
      ref={article}
      aria-labelledby={titleId}
      aria-posinset={place}
      aria-setsize={of}
      tabIndex={-1}
      data-item={item.id}
      className={cn(
        "group relative border-b px-4 py-3 transition-colors duration-150 last:border-b-0 focus-visible:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:-outline-offset-2",
        item.url && "hover:bg-accent",
        unread && "bg-unread",
      )}
    >
      <div className="flex items-start gap-3 max-sm:flex-wrap">
        <UnreadDot unread={unread} />
        <Picture item={item} />
        <div className="min-w-0 flex-1 space-y-0.5">
          <h3 id={titleId} className={cn("wrap-anywhere", unread ? "font-medium" : "font-normal")}>
            <ItemLink item={item} onFollow={() => acts.setRead(item, true, true)}>
              <ItemTitle item={item} />
            </ItemLink>
          </h3>
          <ItemProgress item={item} />
          {item.body ? (
            <p className="wrap-anywhere line-clamp-2 text-muted-foreground text-sm">
              <bdi>{item.body}</bdi>
            </p>
          ) : null}
          <ItemMeta item={item} zone={zone} />
        </div>
        {item.fileUrl ? (
          <DownloadLink href={item.fileUrl} titleId={titleId} />
        ) : (
          <QuickActs item={item} onRead={(read) => acts.setRead(item, read)} onArchive={() => onArchive(item)} />
        )}
        <div className="-mt-1 -mr-2 shrink-0">
          <ItemMenu
            item={item}
            titleId={titleId}
            zone={zone}
            onHide={() => acts.hideTopic(item)}
            onMute={() => acts.mute(item)}
            onLeave={onLeave}
            onRead={(read) => acts.setRead(item, read)}
            onArchive={() => onArchive(item)}
            onSnooze={(choice) => onSnooze(item, choice)}
            onWhy={() => setWhyOpen(true)}
          />
        </div>
      </div>
      {whyOpen ? <Why id={item.id} zone={zone} explain={acts.explain} className="sm:ml-11" onClose={hideWhy} /> : null}
    </article>
  );
}

function UnreadDot({ unread }: { unread: boolean }) {
  return (
    <span className="-ml-2 flex h-8 w-2 shrink-0 items-center">
      {unread ? (
        <span className="filled size-2 rounded-full bg-badge">
          <span className="sr-only">Unread</span>
        </span>
      ) : null}
    </span>
  );
}

/** Beside the text; on a phone below it, or it would leave the title no room. */
function DownloadLink({ href, titleId }: { href: string; titleId: string }) {
  return (
    <div className="-mt-1 -mr-2 shrink-0 max-sm:order-last max-sm:mt-0 max-sm:basis-full max-sm:pl-14">
      <Button asChild variant="outline" size="sm" className="relative bg-card px-2.5">
        <a href={href} download aria-describedby={titleId}>
          <Download aria-hidden />
          Download
        </a>
      </Button>
    </div>
  );
}
