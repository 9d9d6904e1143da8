"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { Answer, BellActions } from "@/components/bell/actions";
import { bellState, reduceBell, viewOf } from "@/components/bell/bell-state";
import type { Change } from "@/components/bell/change";
import { hearChanges, tellChange } from "@/components/bell/hear-changes";
import { hearFeed } from "@/components/bell/hear-feed";
import { useActs } from "@/components/bell/use-acts";
import type { InboxFilter } from "@/components/inbox/filters";
import type { More } from "@/components/ui/list-foot";
import type { FeedItem } from "@/lib/core/feed-item";

/** One page of the inbox; `nextCursor` is null on the last. */
export interface InboxPage {
  items: FeedItem[];
  nextCursor: string | null;
}

export type LoadMore = (cursor: string) => Promise<Answer<InboxPage>>;

/** The inbox's state: the first page as the server rendered it, what was loaded since, and what the person did. */
export function useInbox(first: InboxPage, filter: InboxFilter, actions: BellActions, loadMore: LoadMore) {
  const [state, dispatch] = useReducer(reduceBell, { items: first.items, unread: 0, position: null }, bellState);
  const [cursor, setCursor] = useState(first.nextCursor);
  const [more, setMore] = useState<More>("idle");

  const heard = useRef((change: Change) => dispatch({ type: "took", change })).current;
  useEffect(() => hearChanges(heard), [heard]);
  // The badge and the pop-up are painted first: a long list takes longer to draw than both.
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const unsubscribe = hearFeed((items) => {
      const arrived = () => dispatch({ type: "arrived", items, unreadOnly: filter === "unread" });
      timers.add(setTimeout(arrived, TWO_FRAMES));
    });
    return () => {
      unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [filter]);

  const acts = useActs(actions, {
    began: (change) => dispatch({ type: "began", change }),
    refused: ({ key }) => dispatch({ type: "refused", key }),
    settled: (change) => {
      dispatch({ type: "took", change });
      tellChange(change, heard);
    },
  });

  async function next() {
    if (cursor === null || more === "loading") return;
    setMore("loading");
    const page = await loadMore(cursor).catch(() => ({ ok: false as const, detail: "Belfry did not answer." }));
    if (!page.ok) return setMore({ failed: page.detail });
    dispatch({ type: "appended", items: page.items });
    setCursor(page.nextCursor);
    setMore("idle");
  }

  const items = useMemo(() => viewOf(state, "all")?.items ?? [], [state]);
  return { items, acts, hasMore: cursor !== null, more, next };
}

/** Milliseconds. */
const TWO_FRAMES = 34;
