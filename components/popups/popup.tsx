"use client";

import { X } from "lucide-react";
import { type MouseEvent, useId, useRef, useState } from "react";
import { ItemLink } from "@/components/bell/item-link";
import { ItemMenu } from "@/components/bell/item-menu";
import { ItemMeta } from "@/components/bell/item-meta";
import { ItemTitle } from "@/components/bell/item-title";
import { Picture } from "@/components/bell/picture";
import type { Acts } from "@/components/bell/use-acts";
import { Acknowledge } from "@/components/broadcasts/acknowledge";
import { useCountdown } from "@/components/popups/use-countdown";
import { Button } from "@/components/ui/button";
import { later } from "@/components/ui/later";
import type { FeedItem } from "@/lib/core/feed-item";

const Why = later(() => import("@/components/why/why").then((module) => module.Why));

export interface PopupProps {
  item: FeedItem;
  zone: string;
  acts: Acts;
  paused: boolean;
  onFollow(): void;
  /** Goes by itself, or since its menu said so. */
  onLeave(): void;
  onClose(event: MouseEvent): void;
}

/** It has buttons, so it stays a little longer than words alone would (U6); milliseconds. */
const STAY = 10_000;

/** One pop-up; it leaves by itself unless it is sticky (R18) or explains itself. */
export function Popup({ item, zone, acts, paused, onFollow, onLeave, onClose }: PopupProps) {
  const titleId = useId();
  const [whyOpen, setWhyOpen] = useState(false);
  const buttons = useRef<HTMLDivElement>(null);
  useCountdown(item.sticky ? null : STAY, paused || whyOpen, onLeave);

  function leaving(act: () => void) {
    act();
    onLeave();
  }

  function hideWhy() {
    setWhyOpen(false);
    buttons.current?.querySelector("button")?.focus();
  }

  return (
    <article
      aria-labelledby={titleId}
      className="pointer-events-auto absolute inset-x-0 bottom-0 animate-rise rounded-xl border bg-popover p-3 pl-4 text-popover-foreground shadow-float transition-[translate,background-color] duration-150 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-ring"
    >
      <div className="flex items-start gap-3">
        {/* On the narrowest phones the title needs its room. */}
        <div className="max-[24rem]:hidden">
          <Picture item={item} />
        </div>
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
          <Acknowledge item={item} titleId={titleId} acknowledge={acts.acknowledge} onDone={onLeave} />
        </div>
        <div ref={buttons} className="-mt-1 -mr-1 flex shrink-0">
          <ItemMenu
            item={item}
            titleId={titleId}
            zone={zone}
            onHide={() => acts.hideTopic(item) && onLeave()}
            onMute={() => acts.mute(item)}
            onLeave={onLeave}
            onRead={(read) => leaving(() => acts.setRead(item, read))}
            onArchive={() => leaving(() => acts.archive(item))}
            onSnooze={(choice) => leaving(() => acts.snooze(item, choice))}
            onWhy={() => setWhyOpen(true)}
          />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Close"
            aria-describedby={titleId}
            className="relative text-muted-foreground"
            onClick={onClose}
          >
            <X aria-hidden />
          </Button>
        </div>
      </div>
      {whyOpen ? (
        <Why
          id={item.id}
          zone={zone}
          explain={acts.explain}
          className="max-h-[min(24rem,50dvh)] overflow-y-auto"
          onClose={hideWhy}
        />
      ) : null}
    </article>
  );
}
