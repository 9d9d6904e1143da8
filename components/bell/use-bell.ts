"use client";

import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { BellActions } from "@/components/bell/actions";
import { bellState, reduceBell, viewOf } from "@/components/bell/bell-state";
import type { Change } from "@/components/bell/change";
import { hearChanges, tellChange } from "@/components/bell/hear-changes";
import { tellFeed } from "@/components/bell/hear-feed";
import { type Acts, useActs } from "@/components/bell/use-acts";
import { type Subscribe, useFeeds } from "@/components/bell/use-feeds";
import { hearPreferences } from "@/components/preferences/hear-preferences";
import type { BellFeed, BellTab, FeedItem } from "@/lib/core/feed-item";

/** Everything that the bell, its panel and the pop-ups show and do. */
export interface BellModel {
  tab: BellTab;
  setTab(tab: BellTab): void;
  /** The feed of `tab`; null while it loads for the first time. */
  feed: BellFeed | null;
  /** The feed of All, whatever tab is shown. */
  all: BellFeed;
  /** What arrives for this person, newest first: also what pops up though the bell does not show it. */
  arriving: FeedItem[];
  /** Why the last question for `tab` failed; null when it did not. */
  failure: string | null;
  refresh(): void;
  acts: Acts;
  /** Notes that items were shown; at most 50 at once. */
  seen(ids: string[]): void;
}

/** The state of one person's bell; `initial` is the feed of All as the server rendered it. */
export function useBell(initial: BellFeed, actions: BellActions, subscribe: Subscribe): BellModel {
  const [state, dispatch] = useReducer(reduceBell, initial, bellState);
  const [tab, setTab] = useState<BellTab>("all");
  const refresh = useFeeds(state, dispatch, tab, subscribe);

  const heard = useRef((change: Change) => {
    dispatch({ type: "took", change });
    refresh();
  }).current;
  useEffect(() => hearChanges(heard), [heard]);

  const acts = useActs(actions, {
    began: (change) => dispatch({ type: "began", change }),
    refused: ({ key }) => dispatch({ type: "refused", key }),
    settled: (change) => {
      dispatch({ type: "settled", key: change.key });
      tellChange(change, heard);
    },
  });

  // The checkbox of the red dot is told by the feed.
  useEffect(() => hearPreferences(refresh).close, [refresh]);

  // Only once the change is counted in `turn`, or the question would seem older than it.
  const { turn } = state;
  useEffect(() => {
    if (turn > 0) refresh();
  }, [turn, refresh]);

  const known = state.feeds[tab] !== undefined;
  useEffect(() => {
    if (!known) refresh();
  }, [known, refresh]);

  const feed = useMemo(() => inBellOnly(viewOf(state, tab)), [state, tab]);
  const whole = useMemo(() => viewOf(state, "all") ?? initial, [state, initial]);
  const all = useMemo(() => inBellOnly(whole), [whole]);
  const failure = state.failures[tab] ?? null;
  const latest = useRef(actions);
  latest.current = actions;
  // Not awaited: whether it was noted changes nothing on the page, and the next time the bell opens it is said again.
  const seen = useRef((ids: string[]) => void latest.current.setSeen(ids).catch(() => {})).current;

  // An open inbox below shows what arrives here, and a moon beside the bell until when nothing goes out.
  const { items, hold } = whole;
  useEffect(() => tellFeed({ items, hold }), [items, hold]);
  return { tab, setTab, feed, all, arriving: items, failure, refresh, acts, seen };
}

/** What the bell lists: the answer has beside it what only pops up. */
function inBellOnly<Feed extends BellFeed | null>(feed: Feed): Feed {
  return feed && { ...feed, items: feed.items.filter(({ inBell }) => inBell) };
}
