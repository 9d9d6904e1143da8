import type { Change } from "@/components/bell/change";

type Listener = (change: Change) => void;
const listeners = new Set<Listener>();

/** Tells the other lists on this page (bell, inbox) what the server has just taken from this one. */
export function tellChange(change: Change, from: Listener | null) {
  for (const listener of listeners) if (listener !== from) listener(change);
}

/** Calls `listener` for every change made in another list, until the returned function is called. */
export function hearChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
