import type { BellFeed } from "@/lib/core/feed-item";

/** Its latest 50, newest first, and what holds back messages now. */
type Heard = Pick<BellFeed, "items" | "hold">;
type Listener = (heard: Heard) => void;
const listeners = new Set<Listener>();

/** Tells the rest of the page what the bell has just heard. */
export function tellFeed(heard: Heard) {
  for (const listener of listeners) listener(heard);
}

/** Calls `listener` with each feed that the bell hears, until the returned function is called. */
export function hearFeed(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
