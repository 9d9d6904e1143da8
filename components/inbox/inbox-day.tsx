"use client";

import { useMemo } from "react";
import { onFeedKey } from "@/components/bell/feed-keys";
import { Item } from "@/components/bell/item";
import type { ItemActs } from "@/components/bell/use-item-acts";
import type { DayRow } from "@/components/inbox/day-rows";
import { Portion } from "@/components/inbox/portion";
import type { FeedItem } from "@/lib/core/feed-item";

export interface InboxDayProps {
  day: string;
  rows: readonly DayRow[];
  busy: boolean;
  /** Whether nobody knows yet how many there are. */
  open: boolean;
  zone: string;
  acts: ItemActs;
  ticked: ReadonlySet<string>;
  onSelect(item: FeedItem, range: boolean): void;
  onUnfold(item: FeedItem): void;
}

/** Rows that come and go together as the page scrolls. */
const A_PORTION = 50;

/** The notifications of one day, after the APG's feed pattern (U3). */
export function InboxDay({ day, rows, busy, open, ...common }: InboxDayProps) {
  const portions = useMemo(() => cut(rows), [rows]);
  return (
    <section aria-label={day} className="mb-6">
      <h2 className="mb-1.5 font-medium text-muted-foreground text-sm max-sm:px-4">{day}</h2>
      <div className="overflow-hidden border bg-card max-sm:border-x-0 sm:rounded-xl">
        <div role="feed" aria-label={`Notifications, ${day}`} aria-busy={busy} onKeyDown={onFeedKey}>
          {portions.map((portion, index) => (
            <Portion key={portion[0]?.item.id}>
              <Rows rows={portion} from={index * A_PORTION} of={open ? -1 : rows.length} {...common} />
            </Portion>
          ))}
        </div>
      </div>
    </section>
  );
}

function Rows({
  rows,
  from,
  of,
  ticked,
  ...common
}: Pick<InboxDayProps, "rows" | "zone" | "acts" | "ticked" | "onSelect" | "onUnfold"> & { from: number; of: number }) {
  return rows.map(({ item, older, unfolded, nested }, index) => (
    <Item
      key={item.id}
      item={item}
      place={from + index + 1}
      of={of}
      older={older}
      unfolded={unfolded}
      nested={nested}
      selected={ticked.has(item.id)}
      {...common}
    />
  ));
}

function cut(rows: readonly DayRow[]): DayRow[][] {
  const portions: DayRow[][] = [];
  for (let start = 0; start < rows.length; start += A_PORTION) portions.push(rows.slice(start, start + A_PORTION));
  return portions;
}
