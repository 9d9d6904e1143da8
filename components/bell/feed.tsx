"use client";

import { useEffect, useRef } from "react";
import { onFeedKey } from "@/components/bell/feed-keys";
import { Item } from "@/components/bell/item";
import type { Acts } from "@/components/bell/use-acts";
import type { FeedItem } from "@/lib/core/feed-item";
import type { SnoozeChoice } from "@/lib/core/snooze";

export interface FeedProps {
  items: FeedItem[];
  label: string;
  /** Whether newer answers are on their way. */
  busy: boolean;
  /** How many there are; -1 when nobody knows. */
  of: number;
  zone: string;
  acts: Acts;
  /** Just before another page is shown. */
  onLeave?(): void;
}

/** A list of notifications after the APG's feed pattern (U3). */
export function Feed({ items, label, busy, of, zone, acts, onLeave }: FeedProps) {
  const root = useRef<HTMLDivElement>(null);
  const next = useRef<string | null>(null);

  // An item put away takes the focus with it; the one after it, else the one before, goes on.
  useEffect(() => {
    if (next.current === null || items.some(({ id }) => id === next.current) === false) return;
    root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.current)}"]`)?.focus();
    next.current = null;
  }, [items]);

  function goOnAfter(item: FeedItem) {
    const at = items.findIndex(({ id }) => id === item.id);
    next.current = (items[at + 1] ?? items[at - 1])?.id ?? null;
  }

  function archive(item: FeedItem) {
    goOnAfter(item);
    acts.archive(item);
  }

  function snooze(item: FeedItem, choice: SnoozeChoice) {
    goOnAfter(item);
    acts.snooze(item, choice);
  }

  if (items.length === 0) return null;
  return (
    <div ref={root} role="feed" aria-label={label} aria-busy={busy} onKeyDown={onFeedKey}>
      {items.map((item, index) => (
        <Item
          key={item.id}
          item={item}
          place={index + 1}
          of={of}
          zone={zone}
          acts={acts}
          onArchive={archive}
          onSnooze={snooze}
          onLeave={onLeave}
        />
      ))}
    </div>
  );
}
