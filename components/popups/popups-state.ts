import { type FeedItem, isNewer } from "@/lib/core/feed-item";

/** What stands bottom right, newest first, and what had to make room for it. */
export interface PopupsState {
  shown: FeedItem[];
  folded: FeedItem[];
}

/** `fed`: what the server says now of all there is. `arrived`: what is to be shown in this tab. */
export type PopupsEvent =
  | { type: "fed"; items: FeedItem[] }
  | { type: "arrived"; items: FeedItem[] }
  | { type: "left"; id: string }
  | { type: "closedAll" };

/** Three at most; an arrival folds the oldest at once (A16). */
const ROOM = 3;

export const NO_POPUPS: PopupsState = { shown: [], folded: [] };

export function reducePopups(state: PopupsState, event: PopupsEvent): PopupsState {
  switch (event.type) {
    case "fed":
      return fed(state, event.items);
    case "arrived":
      return arrived(state, event.items);
    case "left":
      return refill({ ...state, shown: state.shown.filter(({ id }) => id !== event.id) });
    case "closedAll":
      return NO_POPUPS;
  }
}

/** What was read or put away meanwhile leaves; what changed is renewed. */
function fed({ shown, folded }: PopupsState, items: FeedItem[]): PopupsState {
  const renewed = (old: FeedItem) => items.filter(({ id, readAt }) => id === old.id && readAt === null);
  return refill({ shown: shown.flatMap(renewed), folded: folded.flatMap(renewed) });
}

function arrived({ shown, folded }: PopupsState, items: FeedItem[]): PopupsState {
  const isOld = ({ id }: FeedItem) => !items.some((item) => item.id === id);
  const stack = [...items, ...shown.filter(isOld)].sort((a, b) => (isNewer(a.position, b.position) ? -1 : 1));
  return refill({ shown: stack.slice(0, ROOM), folded: [...stack.slice(ROOM), ...folded.filter(isOld)] });
}

// What was folded does not come back one by one, except what waits to be closed by hand (R18).
function refill(state: PopupsState): PopupsState {
  const back = state.folded.filter(({ sticky }) => sticky).slice(0, ROOM - state.shown.length);
  const shown = [...state.shown, ...back];
  const folded = shown.length === 0 ? [] : state.folded.filter((item) => !back.includes(item));
  return { ...state, shown, folded };
}
