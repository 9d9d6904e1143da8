"use client";

import { Download } from "lucide-react";
import { memo, useId, useRef, useState } from "react";
import { ItemLink } from "@/components/bell/item-link";
import { ItemMenu } from "@/components/bell/item-menu";
import { ItemMeta } from "@/components/bell/item-meta";
import { ItemProgress } from "@/components/bell/item-progress";
import { ItemTitle } from "@/components/bell/item-title";
import { Picture } from "@/components/bell/picture";
import { QuickActs } from "@/components/bell/quick-acts";
import { SelectCell } from "@/components/bell/select-cell";
import { UnfoldOlder } from "@/components/bell/unfold-older";
import type { ItemActs } from "@/components/bell/use-item-acts";
import { Acknowledge } from "@/components/broadcasts/acknowledge";
import { Message } from "@/components/broadcasts/message";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { later } from "@/components/ui/later";
import type { FeedItem } from "@/lib/core/feed-item";

const Why = later(() => import("@/components/why/why").then((module) => module.Why));

export interface ItemProps {
  item: FeedItem;
  /** 1 for the first. */
  place: number;
  /** How many there are; -1 when nobody knows. */
  of: number;
  zone: string;
  acts: ItemActs;
  /** Just before another page is shown. */
  onLeave?(): void;
  selected?: boolean;
  /** Where rows can be selected; `range`: all from the one selected last. */
  onSelect?(item: FeedItem, range: boolean): void;
  /** How many older ones about the same record stand behind it. */
  older?: number;
  unfolded?: boolean;
  onUnfold?(item: FeedItem): void;
  /** One of those older ones. */
  nested?: boolean;
}

/** One notification: who did what to which record, when, and what can be done with it (U12). */
export const Item = memo(function Item(props: ItemProps) {
  const { item, place, of, zone, acts, onLeave, selected = false, onSelect } = props;
  const titleId = useId();
  const [whyOpen, setWhyOpen] = useState(false);
  // Drawn once a mouse came near: of a hundred rows few are ever pointed at.
  const [pointedAt, setPointedAt] = useState(false);
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
      onPointerEnter={() => setPointedAt(true)}
      className={cn(
        "group drawn-in-sight-20 relative scroll-my-28 border-b px-4 py-3 transition-colors duration-150 last:border-b-0 focus-visible:-outline-offset-2 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:-outline-offset-2",
        item.url && "hover:bg-accent",
        unread && "bg-unread",
        selected && "bg-accent",
        props.nested && "sm:pl-12",
      )}
    >
      <div className="flex items-start gap-3 max-sm:flex-wrap">
        <UnreadDot unread={unread} />
        {onSelect ? <SelectCell item={item} selected={selected} onSelect={onSelect} /> : <Picture item={item} />}
        <div className="min-w-0 flex-1 space-y-0.5">
          <h3 id={titleId} className={cn("wrap-anywhere", unread ? "font-medium" : "font-normal")}>
            <ItemLink item={item} onFollow={() => acts.read(item, true, true)}>
              <ItemTitle item={item} />
            </ItemLink>
          </h3>
          <ItemProgress item={item} />
          <Body item={item} titleId={titleId} onRead={() => acts.read(item, true, true)} />
          <ItemMeta item={item} zone={zone} />
          <Acknowledge item={item} titleId={titleId} acknowledge={acts.acknowledge} />
          {props.older ? (
            <UnfoldOlder
              count={props.older}
              open={props.unfolded === true}
              titleId={titleId}
              onToggle={() => props.onUnfold?.(item)}
            />
          ) : null}
        </div>
        {item.fileUrl ? <DownloadLink href={item.fileUrl} titleId={titleId} /> : null}
        {pointedAt && !item.fileUrl ? <QuickActs item={item} acts={acts} /> : null}
        <div className="-mt-1 -mr-2 shrink-0">
          <ItemMenu
            item={item}
            titleId={titleId}
            zone={zone}
            onHide={() => acts.hide(item)}
            onMute={() => acts.mute(item)}
            onLeave={onLeave}
            onRead={(read) => acts.read(item, read)}
            onArchive={() => acts.archive(item)}
            onRestore={() => acts.restore(item)}
            onSnooze={(choice) => acts.snooze(item, choice)}
            onWake={() => acts.wake(item)}
            onWhy={() => setWhyOpen(true)}
          />
        </div>
      </div>
      {whyOpen ? <Why id={item.id} zone={zone} explain={acts.explain} className="sm:ml-11" onClose={hideWhy} /> : null}
    </article>
  );
});

function Body({ item, titleId, onRead }: { item: FeedItem; titleId: string; onRead(): void }) {
  if (!item.body) return null;
  if (item.broadcast) return <Message html={item.broadcast.html} text={item.body} {...{ titleId, onRead }} />;
  return (
    <p className="wrap-anywhere line-clamp-2 text-muted-foreground text-sm">
      <bdi>{item.body}</bdi>
    </p>
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
