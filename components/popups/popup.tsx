"use client";

import { X } from "lucide-react";
import { type MouseEvent, useId } from "react";
import { ItemLink } from "@/components/bell/item-link";
import { ItemMeta } from "@/components/bell/item-meta";
import { ItemTitle } from "@/components/bell/item-title";
import { Picture } from "@/components/bell/picture";
import { useCountdown } from "@/components/popups/use-countdown";
import { Button } from "@/components/ui/button";
import type { FeedItem } from "@/lib/core/feed-item";

export interface PopupProps {
  item: FeedItem;
  zone: string;
  paused: boolean;
  onFollow(): void;
  onLeave(): void;
  onClose(event: MouseEvent): void;
}

const STAY = 8000;

/** One pop-up; it leaves by itself unless it is sticky (R18). */
export function Popup({ item, zone, paused, onFollow, onLeave, onClose }: PopupProps) {
  const titleId = useId();
  useCountdown(item.sticky ? null : STAY, paused, onLeave);
  return (
    <article
      aria-labelledby={titleId}
      className="pointer-events-auto relative flex animate-rise items-start gap-3 rounded-xl border bg-popover p-3 pl-4 text-popover-foreground shadow-float transition-colors has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring"
    >
      <Picture item={item} />
      <div className="min-w-0 flex-1 space-y-0.5">
        <p id={titleId} className="wrap-anywhere line-clamp-3 font-medium">
          <ItemLink item={item} onFollow={onFollow}>
            <ItemTitle item={item} />
          </ItemLink>
        </p>
        {item.body ? (
          <p className="wrap-anywhere line-clamp-2 text-muted-foreground text-sm max-sm:hidden">
            <bdi>{item.body}</bdi>
          </p>
        ) : null}
        <ItemMeta item={item} zone={zone} />
      </div>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label="Close"
        aria-describedby={titleId}
        className="relative -mt-1 -mr-1 text-muted-foreground"
        onClick={onClose}
      >
        <X aria-hidden />
      </Button>
    </article>
  );
}
