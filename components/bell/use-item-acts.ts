"use client";

import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { Acts } from "@/components/bell/use-acts";
import type { FeedItem } from "@/lib/core/feed-item";
import type { SnoozeChoice } from "@/lib/core/snooze";

/** What one row does; never made anew, so that rows are not drawn anew. */
export interface ItemActs {
  /** `quietly`: by following the link. */
  read(item: FeedItem, read: boolean, quietly?: boolean): void;
  archive(item: FeedItem): void;
  restore(item: FeedItem): void;
  snooze(item: FeedItem, choice: Pick<SnoozeChoice, "words" | "until">): void;
  wake(item: FeedItem): void;
  hide(item: FeedItem): void;
  mute(item: FeedItem): void;
  acknowledge: Acts["acknowledge"];
  explain: Acts["explain"];
}

/**
 * The rows' acts over those of the list. What goes takes the focus with it, which goes on to the row after it, else before
 * it. `members` says for which items a row stands.
 */
export function useItemActs(
  acts: Acts,
  items: readonly FeedItem[],
  root: RefObject<HTMLElement | null>,
  members: (item: FeedItem) => FeedItem[] = alone,
): { acts: ItemActs; goOnAfter(item: FeedItem, gone: readonly FeedItem[]): void } {
  const latest = useRef({ acts, items, members });
  latest.current = { acts, items, members };
  const next = useRef<string | null>(null);

  useEffect(() => {
    if (next.current === null || !items.some(({ id }) => id === next.current)) return;
    root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.current)}"]`)?.focus();
    next.current = null;
  }, [items, root]);

  return useMemo(() => {
    const many = () => latest.current.acts.many;
    const of = (item: FeedItem) => latest.current.members(item);
    function goOnAfter(item: FeedItem, gone: readonly FeedItem[]) {
      next.current = following(latest.current.items, item, gone);
    }
    function leaving(item: FeedItem): FeedItem[] {
      const gone = of(item);
      goOnAfter(item, gone);
      return gone;
    }
    const rowActs: ItemActs = {
      read: (item, read, quietly) => many().setRead(of(item), read, quietly),
      archive: (item) => many().archive(leaving(item)),
      restore: (item) => many().restore(leaving(item)),
      snooze: (item, choice) => many().snooze(leaving(item), choice),
      wake: (item) => many().wake(leaving(item)),
      hide: (item) => void latest.current.acts.hideTopic(item),
      mute: (item) => latest.current.acts.mute(item),
      acknowledge: (id) => latest.current.acts.acknowledge(id),
      explain: (id) => latest.current.acts.explain(id),
    };
    return { acts: rowActs, goOnAfter };
  }, []);
}

/** The id of the first after `item` that stays, else of the last before it. */
function following(items: readonly FeedItem[], item: FeedItem, gone: readonly FeedItem[]): string | null {
  const stays = (one: FeedItem) => !gone.some(({ id }) => id === one.id);
  const at = items.findIndex(({ id }) => id === item.id);
  return (items.slice(at + 1).find(stays) ?? items.slice(0, Math.max(at, 0)).findLast(stays))?.id ?? null;
}

function alone(item: FeedItem): FeedItem[] {
  return [item];
}
