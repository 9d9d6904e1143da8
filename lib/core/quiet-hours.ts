import { addDays, instantOf, type LocalDay, localTimeOf, weekdayOf } from "./local-time";
import { clockTime, type QuietHours, type Schedule } from "./schedule";

/** Until when what is outside waits, and for what. */
export interface Hold {
  until: Date;
  reason: "quiet_hours" | "paused";
}

/** A week of quiet hours that follow each other without a gap never ends; then this bounds the wait. Days. */
const LONGEST = 8;

/** Whether quiet hours or a pause hold what is due at `now`; null when nothing does. `until` is the first moment free of both. */
export function heldUntil(
  now: Date,
  schedule: Pick<Schedule, "quietHours" | "pausedUntil">,
  zone: string,
): Hold | null {
  const { quietHours, pausedUntil } = schedule;
  let hold: Hold | null = null;
  for (let days = 0; days <= LONGEST; days++) {
    const at = hold?.until ?? now;
    const quietUntil = quietEnd(at, quietHours, zone);
    if (pausedUntil && pausedUntil > at) hold = { until: pausedUntil, reason: "paused" };
    else if (quietUntil) hold = { until: quietUntil, reason: "quiet_hours" };
    else break;
  }
  return hold;
}

/** The next quiet hours that begin after `now`, with what follows them without a gap; null when there are none. */
export function nextQuiet(now: Date, quietHours: QuietHours, zone: string): { start: Date; end: Date } | null {
  const today = localTimeOf(now, zone);
  for (let days = 0; days <= LONGEST; days++) {
    const span = quietSpan(addDays(today, days), quietHours, zone);
    if (!span || span.start <= now || span.start >= span.end) continue;
    const hold = heldUntil(span.start, { quietHours, pausedUntil: null }, zone);
    return { start: span.start, end: hold?.until ?? span.end };
  }
  return null;
}

/** Whether some time of the week is left in which messages may go out. */
export function leavesTime(quietHours: QuietHours): boolean {
  const week = 7 * 1440;
  const spans = quietHours.flatMap((quiet, index) => {
    if (!quiet) return [];
    const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
    const start = index * 1440 + from;
    return [{ start, end: start + (to > from ? to - from : 1440 - from + to) }];
  });
  const isQuiet = (minute: number) =>
    spans.some(({ start, end }) => (minute >= start && minute < end) || minute + week < end);
  return Array.from({ length: week }, (_, minute) => minute).some((minute) => !isQuiet(minute));
}

/** When the quiet hours end that `at` lies in. */
function quietEnd(at: Date, quietHours: QuietHours, zone: string): Date | null {
  if (quietHours.every((quiet) => quiet === null)) return null;
  const today = localTimeOf(at, zone);
  for (const day of [addDays(today, -1), today]) {
    const span = quietSpan(day, quietHours, zone);
    if (span && span.start <= at && at < span.end) return span.end;
  }
  return null;
}

/** The quiet hours that begin on one day. */
function quietSpan(day: LocalDay, quietHours: QuietHours, zone: string): { start: Date; end: Date } | null {
  const quiet = quietHours[weekdayOf(day) - 1];
  if (!quiet) return null;
  const endDay = quiet.to > quiet.from ? day : addDays(day, 1);
  return {
    start: instantOf({ ...day, ...clockTime(quiet.from) }, zone),
    end: instantOf({ ...endDay, ...clockTime(quiet.to) }, zone),
  };
}

function minutesOf(text: string): number {
  const { hour, minute } = clockTime(text);
  return hour * 60 + minute;
}
