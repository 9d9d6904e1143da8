import type { SendTime } from "./send-time";

/** How long after it was read "unread" means an undo, and not a wish to see it again; milliseconds. */
const AN_UNDO = 60_000;

/**
 * When a message leaves after all that was cancelled since its notification was read, once it is unread again; null when it
 * is too late. `time` is what its person's schedule says of it now. What waits still goes when it would have; what was due
 * meanwhile only on an undo, and not when it would have been in a digest that has left without it.
 */
export function comesBack(
  { time, cancelledAt }: { time: Pick<SendTime, "at" | "reason">; cancelledAt: Date },
  now: Date,
): Pick<SendTime, "at" | "reason"> | null {
  if (time.at > now) return time;
  const isUndone = now.getTime() - cancelledAt.getTime() <= AN_UNDO;
  return isUndone && time.reason !== "in_digest" ? { at: now, reason: "queued" } : null;
}
