/** What of `navigator.locks` is used here: among all tabs of one browser, one at a time has what a name stands for. */
export type Locks = Pick<LockManager, "request">;

/** Null where the page is not served safely, or the browser is old: then each tab is for itself. */
export function browserLocks(): Locks | null {
  return globalThis.navigator?.locks ?? null;
}
