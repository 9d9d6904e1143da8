const DAY = 24 * 60 * 60_000;

/** Milliseconds a session lasts: without a request, and at all (S18). */
const IDLE_LIMIT = 7 * DAY;
export const ABSOLUTE_LIMIT = 30 * DAY;

/** Sessions seen last before this moment have ended by themselves. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_LIMIT);
}
