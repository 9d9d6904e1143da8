"use client";

import { startTransition, useEffect, useRef, useState } from "react";
import { onFeedKey } from "@/components/bell/feed-keys";
import { Item } from "@/components/bell/item";
import type { Acts } from "@/components/bell/use-acts";
import { useItemActs } from "@/components/bell/use-item-acts";
import type { FeedItem } from "@/lib/core/feed-item";

export interface FeedProps {
  items: FeedItem[];
  label: string;
  zone: string;
  acts: Acts;
  /** Just before another page is shown. */
  onLeave?(): void;
}

/** What fills the panel. The rest is drawn after it was painted: all fifty at once would be waited for. */
const AT_FIRST = 8;

/** A list of notifications after the APG's feed pattern (U3). */
export function Feed({ items, label, zone, acts, onLeave }: FeedProps) {
  const root = useRef<HTMLDivElement>(null);
  const { acts: itemActs } = useItemActs(acts, items, root);
  const [whole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  if (items.length === 0) return null;
  return (
    <div ref={root} role="feed" aria-label={label} aria-busy="false" onKeyDown={onFeedKey}>
      {(whole ? items : items.slice(0, AT_FIRST)).map((item, index) => (
        <Item
          key={item.id}
          item={item}
          place={index + 1}
          of={items.length}
          zone={zone}
          acts={itemActs}
          onLeave={onLeave}
        />
      ))}
    </div>
  );
}
