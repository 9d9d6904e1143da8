"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { BellActions } from "@/components/bell/actions";
import { bellState, reduceBell, viewOf } from "@/components/bell/bell-state";
import type { Change } from "@/components/bell/change";
import { hearChanges, tellChange } from "@/components/bell/hear-changes";
import { hearFeed } from "@/components/bell/hear-feed";
import { useActs } from "@/components/bell/use-acts";
import { type Answer, noAnswer } from "@/components/ui/answer";
import type { More } from "@/components/ui/list-foot";
import type { FeedItem } from "@/lib/core/feed-item";
import { type InboxQuery, isWanted } from "@/lib/core/inbox-query";

/** One page of the inbox; `nextCursor` is null on the last. */
export interface InboxPage {
  items: FeedItem[];
  nextCursor: string | null;
}

export type LoadMore = (query: InboxQuery, cursor: string) => Promise<Answer<InboxPage>>;

/** The inbox's state: the first page as the server rendered it, what was loaded since, and what the person did. */
export function useInbox(first: InboxPage, query: InboxQuery, actions: BellActions, loadMore: LoadMore) {
  const [state, dispatch] = useReducer(reduceBell, { items: first.items, unread: 0, position: null }, (feed) =>
    bellState(feed, query.show),
  );
  const [cursor, setCursor] = useState(first.nextCursor);
  const [more, setMore] = useState<More>("idle");
  const items = useMemo(() => viewOf(state, "all")?.items ?? [], [state]);
  const known = useRef(new Set<string>());
  for (const { id } of items) known.current.add(id);

  // What another list brings back comes back here only if it was here, or belongs here.
  const heard = useRef((change: Change) => {
    if (!("items" in change)) return dispatch({ type: "took", change });
    const own = change.items.filter((item) => known.current.has(item.id) || isWanted(item, query));
    if (own.length > 0) dispatch({ type: "took", change: { ...change, items: own } });
  }).current;
  useEffect(() => hearChanges(heard), [heard]);
  // The badge and the pop-up are painted first: a long list takes longer to draw than both.
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const unsubscribe = hearFeed(({ items }) => {
      const arrived = () => dispatch({ type: "arrived", items, isWanted: (item) => isWanted(item, query) });
      timers.add(setTimeout(arrived, TWO_FRAMES));
    });
    return () => {
      unsubscribe();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [query]);

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
    const page = await loadMore(query, cursor).catch(noAnswer);
    if (!page.ok) return setMore({ failed: page.detail });
    dispatch({ type: "appended", items: page.value.items });
    setCursor(page.value.nextCursor);
    setMore("idle");
  }

  return { items, acts, hasMore: cursor !== null, more, next };
}

/** Milliseconds. */
const TWO_FRAMES = 34;
