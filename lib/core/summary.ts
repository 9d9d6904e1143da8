import { nextSlot } from "./digest";
import { localDay } from "./local-day";
import type { Weekday } from "./local-time";
import type { Topic } from "./topic";

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** When a summary is due by the person's clocks: as the week begins, or before it ends (R37, R38). */
const WEEKDAY: Readonly<Record<NonNullable<Topic["digest"]>, Weekday>> = { weekly: 1, friday: 5 };
const MORNING = "08:00";
/** So much later it is not raised any more: nobody was there to raise it. Milliseconds. */
const LATEST = DAY;

/** A summary that is due: what it covers, and the day of the person's calendar that names it. */
export interface DueSummary {
  from: Date;
  to: Date;
  /** As in 2026-11-23. */
  day: string;
}

/** The summary that is due at `now` in a zone; null when the last one is a day past. */
export function dueSummary(now: Date, digest: NonNullable<Topic["digest"]>, zone: string): DueSummary | null {
  const timing = { kind: "weekly", weekday: WEEKDAY[digest], at: MORNING } as const;
  let to = nextSlot(new Date(now.getTime() - WEEK - DAY), timing, zone);
  for (let next = nextSlot(to, timing, zone); next <= now; next = nextSlot(to, timing, zone)) to = next;
  if (to > now || now.getTime() - to.getTime() >= LATEST) return null;
  return { from: new Date(to.getTime() - WEEK), to, day: localDay(to, zone) };
}
