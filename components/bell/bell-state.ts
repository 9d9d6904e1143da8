import { type Arrival, arrive } from "@/components/bell/arrive";
import { applyToItems, applyToUnread, type Change } from "@/components/bell/change";
import { keepKnown } from "@/components/bell/keep-known";
import { BELL_TABS, type BellFeed, type BellTab, type FeedItem } from "@/lib/core/feed-item";
import type { InboxShow } from "@/lib/core/inbox-query";

type Feeds = Partial<Record<BellTab, BellFeed>>;

/** What the server last said, and over it what the person did since. */
export interface BellState {
  feeds: Feeds;
  failures: Partial<Record<BellTab, string>>;
  changes: { change: Change; settledIn: number | null }[];
  /** Counts the changes that the server has taken: a feed asked for earlier may not show them yet. */
  turn: number;
  /** What an inbox shows; the bell shows all. */
  show: InboxShow;
  /** See `Listed`. */
  dropped: ReadonlySet<string>;
}

export type BellEvent =
  | { type: "loaded"; tab: BellTab; feed: BellFeed | null; askedIn: number }
  | { type: "failed"; tab: BellTab; detail: string }
  | { type: "appended"; items: FeedItem[] }
  | ({ type: "arrived" } & Arrival)
  | { type: "began"; change: Change }
  | { type: "settled"; key: number }
  | { type: "refused"; key: number }
  | { type: "took"; change: Change };

export function bellState(all: BellFeed, show: InboxShow = "all"): BellState {
  return { feeds: { all }, failures: {}, changes: [], turn: 0, show, dropped: new Set() };
}

/** `loaded` without a feed: nothing changed since the last one. `took`: done for good, and nobody will be asked again. */
export function reduceBell(state: BellState, event: BellEvent): BellState {
  switch (event.type) {
    case "loaded":
      return loaded(state, event.tab, event.feed, event.askedIn);
    case "failed":
      return { ...state, failures: { ...state.failures, [event.tab]: event.detail } };
    case "appended":
      return { ...state, feeds: appended(state.feeds, event.items) };
    case "arrived":
      return arrived(state, event);
    case "began":
      return { ...state, changes: [...state.changes, { change: event.change, settledIn: null }] };
    case "settled":
      return { ...state, turn: state.turn + 1, changes: state.changes.map(settledAs(event.key, state.turn + 1)) };
    case "refused":
      return { ...state, changes: state.changes.filter(({ change }) => change.key !== event.key) };
    case "took":
      return {
        ...state,
        feeds: fold(state.feeds, event.change, state.show),
        changes: state.changes.filter(({ change }) => change.key !== event.change.key),
      };
  }
}

/** The feed of `tab` as the person should see it now; null until it was loaded. */
export function viewOf(state: BellState, tab: BellTab): BellFeed | null {
  return state.changes.reduce((feeds, { change }) => fold(feeds, change, state.show), state.feeds)[tab] ?? null;
}

// A settled change is dropped once the server was asked after it: by then its own answer shows it.
function loaded(state: BellState, tab: BellTab, feed: BellFeed | null, askedIn: number): BellState {
  const isDone = (settledIn: number | null) => settledIn !== null && settledIn <= askedIn;
  const done = state.changes.filter(({ settledIn }) => isDone(settledIn));
  const folded = done.reduce((feeds, { change }) => fold(feeds, change, state.show), state.feeds);
  const known = state.feeds[tab];
  const answer = feed && known ? { ...feed, items: keepKnown(feed.items, known.items) } : (feed ?? known);
  const { [tab]: _mended, ...failures } = state.failures;
  return {
    ...state,
    failures,
    changes: state.changes.filter(({ settledIn }) => !isDone(settledIn)),
    feeds: answer ? { ...withCounts(folded, answer), [tab]: answer } : folded,
  };
}

// The counts are of the whole bell: the newest answer speaks for every tab. Its position is of its own tab only.
function withCounts(feeds: Feeds, { unread, tabs }: BellFeed): Feeds {
  return mapFeeds(feeds, (feed) => ({ ...feed, unread, tabs }));
}

function appended(feeds: Feeds, items: FeedItem[]): Feeds {
  const all = feeds.all!;
  const fresh = items.filter((item) => !all.items.some(({ id }) => id === item.id));
  return { ...feeds, all: { ...all, items: [...all.items, ...fresh] } };
}

function arrived(state: BellState, arrival: Arrival): BellState {
  const all = state.feeds.all!;
  const { items, dropped } = arrive({ items: all.items, dropped: state.dropped }, arrival, state.show);
  const isSame = items.length === all.items.length && items.every((item, at) => item === all.items[at]);
  if (isSame && dropped === state.dropped) return state;
  return { ...state, dropped, feeds: { ...state.feeds, all: { ...all, items } } };
}

function settledAs(key: number, turn: number) {
  return (entry: BellState["changes"][number]) => (entry.change.key === key ? { ...entry, settledIn: turn } : entry);
}

function fold(feeds: Feeds, change: Change, show: InboxShow): Feeds {
  const all = (feeds.all?.items ?? []).filter(({ inBell }) => inBell);
  return mapFeeds(feeds, (feed, tab) => ({
    ...feed,
    items: applyToItems(feed.items, change, tab, show),
    unread: applyToUnread(feed.unread, all, change, "all"),
    tabs: feed.tabs && countTabs(feed.tabs, all, change),
  }));
}

function countTabs(tabs: Record<BellTab, number>, all: FeedItem[], change: Change): Record<BellTab, number> {
  const count = (tab: BellTab) => {
    const own = tab === "all" ? all : all.filter((item) => item.feed === tab);
    return [tab, applyToUnread(tabs[tab], own, change, tab)];
  };
  return Object.fromEntries(BELL_TABS.map(count));
}

function mapFeeds(feeds: Feeds, change: (feed: BellFeed, tab: BellTab) => BellFeed): Feeds {
  const entries = Object.entries(feeds) as [BellTab, BellFeed][];
  return Object.fromEntries(entries.map(([tab, feed]) => [tab, change(feed, tab)]));
}
