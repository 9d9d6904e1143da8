import { type FeedItem, isNewer } from "@/lib/core/feed-item";

/** What stands bottom right, newest first, and what had to make room for it. */
export interface PopupsState {
  shown: FeedItem[];
  folded: FeedItem[];
  /** The newest position met so far: only what comes after it pops up. */
  newest: string | null;
}

export type PopupsEvent =
  | { type: "fed"; items: FeedItem[]; visible: boolean }
  | { type: "left"; id: string }
  | { type: "closedAll" };

/** Three at most; an arrival folds the oldest at once (A16). */
const ROOM = 3;

export function popupsState(items: FeedItem[]): PopupsState {
  return { shown: [], folded: [], newest: newestOf(items, null) };
}

export function reducePopups(state: PopupsState, event: PopupsEvent): PopupsState {
  switch (event.type) {
    case "fed":
      return fed(state, event.items, event.visible);
    case "left":
      return refill({ ...state, shown: state.shown.filter(({ id }) => id !== event.id) });
    case "closedAll":
      return { ...state, shown: [], folded: [] };
  }
}

/** What a feed brings that was not there before and wants to pop up; newest first. */
export function arrivalsIn(items: FeedItem[], newest: string | null): FeedItem[] {
  const isNew = ({ position }: FeedItem) => newest === null || isNewer(position, newest);
  return items.filter((item) => item.popup && item.readAt === null && isNew(item));
}

function fed(state: PopupsState, items: FeedItem[], visible: boolean): PopupsState {
  const arrivals = visible ? arrivalsIn(items, state.newest) : [];
  const arrived = new Set(arrivals.map(({ id }) => id));
  const stays = (old: FeedItem) => {
    const now = items.find(({ id }) => id === old.id);
    return now && now.readAt === null && !arrived.has(now.id) ? [now] : [];
  };
  const stack = [...arrivals, ...state.shown.flatMap(stays)];
  const folded = [...stack.slice(ROOM), ...state.folded.flatMap(stays)];
  return refill({ shown: stack.slice(0, ROOM), folded, newest: newestOf(items, state.newest) });
}

// What was folded does not come back one by one, except what waits to be closed by hand (R18).
function refill(state: PopupsState): PopupsState {
  const back = state.folded.filter(({ sticky }) => sticky).slice(0, ROOM - state.shown.length);
  const shown = [...state.shown, ...back];
  const folded = shown.length === 0 ? [] : state.folded.filter((item) => !back.includes(item));
  return { ...state, shown, folded };
}

function newestOf(items: FeedItem[], newest: string | null): string | null {
  return items.reduce((last, { position }) => (last === null || isNewer(position, last) ? position : last), newest);
}
