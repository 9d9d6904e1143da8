"use client";

import { ArrowUp, X } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { Feed } from "@/components/bell/feed";
import { Empty, Failure, Loading, Stale } from "@/components/bell/panel-states";
import { BellTabList } from "@/components/bell/tab-list";
import type { BellModel } from "@/components/bell/use-bell";
import { useHeldBack } from "@/components/bell/use-held-back";
import { useOnline } from "@/components/bell/use-online";
import { useSeen } from "@/components/bell/use-seen";
import { Button } from "@/components/ui/button";
import { PopoverClose } from "@/components/ui/popover";
import { Tabs, TabsContent } from "@/components/ui/tabs";
import type { BellFeed, BellTab } from "@/lib/core/feed-item";

export interface PanelProps {
  bell: BellModel;
  zone: string;
  /** Of the heading that names the panel. */
  headingId: string;
  onClose(): void;
}

/** What opens under the bell: the latest 50, in three tabs (R5, R6). */
export function Panel({ bell, zone, headingId, onClose }: PanelProps) {
  return (
    <>
      <PanelHead bell={bell} headingId={headingId} />
      <Tabs value={bell.tab} onValueChange={(tab) => bell.setTab(tab as BellTab)} className="min-h-0 flex-1">
        <BellTabList counts={bell.all.tabs} />
        <TabsContent
          key={bell.tab}
          value={bell.tab}
          tabIndex={-1}
          className="flex min-h-0 flex-col focus-visible:-outline-offset-2"
        >
          {bell.feed ? (
            <PanelFeed bell={bell} feed={bell.feed} zone={zone} onClose={onClose} />
          ) : (
            <div className="min-h-0 flex-1 overflow-y-auto">
              {bell.failure ? <Failure detail={bell.failure} onRetry={bell.refresh} /> : <Loading />}
            </div>
          )}
        </TabsContent>
      </Tabs>
    </>
  );
}

function PanelHead({ bell, headingId }: { bell: BellModel; headingId: string }) {
  const { unread, position } = bell.all;
  const nothing = unread === 0 || position === null;
  return (
    <div className="flex shrink-0 items-center gap-1 px-4 pt-3">
      <h2 id={headingId} tabIndex={-1} className="flex-1 font-semibold text-lg focus-visible:outline-none">
        Notifications
      </h2>
      <Button
        variant="ghost"
        size="sm"
        aria-disabled={nothing}
        className="-mr-2 px-2 text-muted-foreground text-sm"
        onClick={() => nothing || bell.acts.markAllRead(position)}
      >
        Mark all as read
      </Button>
      <PopoverClose asChild>
        <Button variant="ghost" size="icon-sm" aria-label="Close" className="-mr-2 ml-2 sm:hidden">
          <X aria-hidden />
        </Button>
      </PopoverClose>
    </div>
  );
}

function PanelFeed({ bell, feed, zone, onClose }: { bell: BellModel; feed: BellFeed; zone: string; onClose(): void }) {
  const scroller = useRef<HTMLDivElement>(null);
  const online = useOnline();
  const { shown, held, show } = useHeldBack(feed.items, () => isReading(scroller.current));
  useSeen(shown, bell.seen);

  function showNew() {
    show();
    requestAnimationFrame(() => {
      scroller.current?.scrollTo({ top: 0 });
      scroller.current?.querySelector<HTMLElement>("article")?.focus({ preventScroll: true });
    });
  }

  return (
    <>
      {online ? null : <Stale words="You are offline. This is what was here before." />}
      {online && bell.failure ? <Stale words={`${bell.failure} This is what was here before.`} /> : null}
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]">
        {feed.items.length === 0 ? <Empty tab={bell.tab} /> : null}
        <Feed items={shown} label="Notifications" zone={zone} acts={bell.acts} onLeave={onClose} />
      </div>
      <div className="flex min-h-12 shrink-0 items-center justify-between gap-2 border-t px-2">
        <Button asChild variant="ghost" size="sm" className="px-2">
          <Link href="/inbox" onClick={onClose}>
            See all
          </Link>
        </Button>
        {held > 0 ? (
          <Button size="sm" className="figures animate-rise rounded-full" onClick={showNew}>
            {held} new
            <ArrowUp aria-hidden />
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** Scrolled down, or with the focus in the list. */
function isReading(scroller: HTMLElement | null): boolean {
  if (!scroller) return false;
  return scroller.scrollTop > 8 || (scroller.querySelector("[role=feed]")?.contains(document.activeElement) ?? false);
}
