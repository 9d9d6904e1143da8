"use client";

import { ArrowUp, Inbox as InboxIcon } from "lucide-react";
import { useRef } from "react";
import type { BellActions } from "@/components/bell/actions";
import { Feed } from "@/components/bell/feed";
import { useHeldBack } from "@/components/bell/use-held-back";
import { Filters, type InboxFilter } from "@/components/inbox/filters";
import { type InboxPage, type LoadMore, useInbox } from "@/components/inbox/use-inbox";
import { Button } from "@/components/ui/button";
import { byDay } from "@/components/ui/by-day";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu";
import { ListFoot } from "@/components/ui/list-foot";

export interface InboxProps {
  first: InboxPage;
  filter: InboxFilter;
  zone: string;
  /** The server's clock when it rendered, RFC 3339: the days must read the same in both places. */
  now: string;
  actions: BellActions;
  loadMore: LoadMore;
}

/** Everything that reached the person, by day. Give it `key={filter}`: another filter is another list. */
export function Inbox({ first, filter, zone, now, actions, loadMore }: InboxProps) {
  const { items, acts, hasMore, more, next } = useInbox(first, filter, actions, loadMore);
  const list = useRef<HTMLDivElement>(null);
  const { shown, held, show } = useHeldBack(items, () => isReading(list.current));

  function showNew() {
    show();
    window.scrollTo({ top: 0 });
  }
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 max-sm:px-0">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 max-sm:px-4">
        <h1 className="font-semibold text-xl">Inbox</h1>
        <Filters filter={filter} />
      </div>
      {items.length === 0 && !hasMore ? <Nothing filter={filter} /> : null}
      {held > 0 ? (
        <div className="pointer-events-none sticky top-16 z-30 flex h-0 justify-center">
          <Button size="sm" className="figures pointer-events-auto animate-rise rounded-full" onClick={showNew}>
            {held} new
            <ArrowUp aria-hidden />
          </Button>
        </div>
      ) : null}
      <DropdownMenuHost>
        <div ref={list}>
          {byDay(shown, ({ updatedAt }) => updatedAt, new Date(now), zone).map(({ day, items: ofDay }) => (
            <section key={day} aria-label={day} className="mb-6">
              <h2 className="mb-1.5 font-medium text-muted-foreground text-sm max-sm:px-4">{day}</h2>
              <div className="overflow-hidden border bg-card max-sm:border-x-0 sm:rounded-xl">
                <Feed
                  items={ofDay}
                  label={`Notifications, ${day}`}
                  busy={more === "loading"}
                  of={hasMore ? -1 : ofDay.length}
                  zone={zone}
                  acts={acts}
                />
              </div>
            </section>
          ))}
        </div>
      </DropdownMenuHost>
      <ListFoot hasMore={hasMore} more={more} onNext={next} />
    </div>
  );
}

/** Scrolled down, with the focus in the list, or in the open bell: what moved behind it would be seen (U4). */
function isReading(list: HTMLElement | null): boolean {
  const bellIsOpen = document.querySelector("[role=dialog]") !== null;
  return window.scrollY > 8 || bellIsOpen || (list?.contains(document.activeElement) ?? false);
}

function Nothing({ filter }: { filter: InboxFilter }) {
  return (
    <div className="flex flex-col items-center gap-1 py-20 text-center">
      <span className="mb-2 flex size-11 items-center justify-center rounded-full bg-muted">
        <InboxIcon aria-hidden className="size-5 text-muted-foreground" />
      </span>
      <p className="font-medium">{filter === "unread" ? "All read" : "Nothing yet"}</p>
      <p className="max-w-72 text-balance text-muted-foreground">
        {filter === "unread"
          ? "Nothing waits for you."
          : "What reaches you is kept here, also when the bell has moved on."}
      </p>
    </div>
  );
}
