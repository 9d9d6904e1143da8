"use client";

import { Inbox as InboxIcon } from "lucide-react";
import type { BellActions } from "@/components/bell/actions";
import { Feed } from "@/components/bell/feed";
import { dayGroups } from "@/components/inbox/day-groups";
import { Filters, type InboxFilter } from "@/components/inbox/filters";
import { type InboxPage, type LoadMore, useInbox } from "@/components/inbox/use-inbox";
import { Button } from "@/components/ui/button";
import { DropdownMenuHost } from "@/components/ui/dropdown-menu";

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
  const { items, acts, hasMore, more, next } = useInbox(first, actions, loadMore);
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 max-sm:px-0">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 max-sm:px-4">
        <h1 className="font-semibold text-xl">Inbox</h1>
        <Filters filter={filter} />
      </div>
      {items.length === 0 && !hasMore ? <Nothing filter={filter} /> : null}
      <DropdownMenuHost>
        {dayGroups(items, new Date(now), zone).map(({ day, items: ofDay }) => (
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
      </DropdownMenuHost>
      <div className="flex flex-col items-center gap-2">
        {typeof more === "object" ? (
          <p role="alert" className="text-destructive">
            {more.failed}
          </p>
        ) : null}
        {hasMore ? (
          <Button variant="outline" aria-disabled={more === "loading"} onClick={next}>
            {more === "loading" ? "Loading" : "Load more"}
          </Button>
        ) : null}
      </div>
    </div>
  );
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
