"use client";

import { useMemo, useRef, useState } from "react";
import { type DayRow, dayRows } from "@/components/inbox/day-rows";
import { byDay, daysOf } from "@/components/ui/by-day";
import type { FeedItem } from "@/lib/core/feed-item";

/** `items` as they are drawn: by day, gathered by record unless they are to stand `apart`, folded as the person left them. */
export function useRows(items: readonly FeedItem[], now: string, zone: string, apart: boolean) {
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const dayOf = useMemo(() => daysOf(new Date(now), zone), [now, zone]);
  const days = useMemo(() => {
    const ofDay = byDay(items, ({ updatedAt }) => updatedAt, dayOf);
    return ofDay.map(({ day, items }) => ({ day, rows: dayRows(items, unfolded, apart) }));
  }, [items, dayOf, unfolded, apart]);
  const rows = useMemo(() => days.flatMap((day) => day.rows), [days]);
  /** What each row shows, from the top. */
  const faces = useMemo(() => rows.map(({ item }) => item), [rows]);
  const toggleFold = useRef((item: FeedItem) => setUnfolded((before) => toggled(before, item.id))).current;

  /** All that the row of `item` stands for. */
  function members(item: FeedItem): FeedItem[] {
    return rows.find((row) => row.item.id === item.id)?.members ?? [item];
  }
  return { days, rows, faces, members, toggleFold };
}

/** All that the ticked rows stand for. */
export function chosenOf(rows: readonly DayRow[], ticked: ReadonlySet<string>): FeedItem[] {
  return ticked.size === 0 ? [] : rows.filter(({ item }) => ticked.has(item.id)).flatMap((row) => row.members);
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return after;
}
