"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { FeedItem } from "@/lib/core/feed-item";

/** Which rows are ticked. What leaves the list is ticked no more. */
export function useSelection(items: readonly FeedItem[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const latest = useRef(items);
  latest.current = items;
  const anchor = useRef<string | null>(null);

  /** Ticks a row, or unticks it; with `range` all between it and the one before. */
  const toggle = useCallback((item: FeedItem, range: boolean) => {
    const of = latest.current;
    const [from, to] = [anchor.current, item.id].map((id) => of.findIndex((one) => one.id === id));
    anchor.current = item.id;
    setTicked((before) => {
      const after = new Set(before);
      const on = !before.has(item.id);
      const isRange = range && from !== undefined && to !== undefined && from >= 0;
      const changed = isRange ? of.slice(Math.min(from, to), Math.max(from, to) + 1) : [item];
      for (const { id } of changed) on ? after.add(id) : after.delete(id);
      return after;
    });
  }, []);

  const clear = useCallback(() => setTicked(new Set()), []);
  const all = useCallback(() => setTicked(new Set(latest.current.map(({ id }) => id))), []);
  const selected = useMemo(() => items.filter(({ id }) => ticked.has(id)), [items, ticked]);
  return { selected, ticked, toggle, all, clear };
}

export type Selection = ReturnType<typeof useSelection>;
