/** A day as a calendar names it. */
export interface LocalDay {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** What a clock on the wall shows; `hour` is 0 to 23. */
export interface LocalTime extends LocalDay {
  hour: number;
  minute: number;
}

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What clocks in `zone` (an IANA name) show at `at`. */
export function localTimeOf(at: Date, zone: string): LocalTime {
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) shown[type] = Number(value);
  const { year, month, day, hour, minute } = shown as unknown as LocalTime;
  return { year, month, day, hour, minute };
}

/**
 * The moment at which clocks in `zone` show that time. Of a time that they show twice the first; for one that they skip
 * the first moment after the gap (F29). The one place where local time becomes a moment.
 */
export function instantOf(local: LocalTime, zone: string): Date {
  const shown = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  // Zones lie between 12 hours behind UTC and 14 before it, so that these are surely before and after the moment.
  const [before, after] = [shown - 15 * HOUR, shown + 13 * HOUR];
  const [old, next] = [offsetAt(before, zone), offsetAt(after, zone)];
  if (old === next) return new Date(shown - old);
  const moments = [shown - old, shown - next].sort((a, b) => a - b);
  const found = moments.find((moment) => moment + offsetAt(moment, zone) === shown);
  return new Date(found ?? changeOfClocks(before, after, zone));
}

/** Reads what a field for date and time says, such as `2026-11-21T18:51`; undefined where it says nothing. */
export function readLocalTime(text: string): LocalTime | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  return { year, month, day, hour, minute };
}

/** The text that `readLocalTime` reads. */
export function writeLocalTime({ year, month, day, hour, minute }: LocalTime): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** The day that many days later, or earlier. */
export function addDays({ year, month, day }: LocalDay, days: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The weekday of a day of the calendar. */
export function weekdayOf({ year, month, day }: LocalDay): Weekday {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7) as Weekday;
}

/** Days from `a` to `b`. */
export function daysBetween(a: LocalDay, b: LocalDay): number {
  return (Date.UTC(b.year, b.month - 1, b.day) - Date.UTC(a.year, a.month - 1, a.day)) / DAY;
}

/** When the clocks change between the two; to the minute. */
function changeOfClocks(before: number, after: number, zone: string): number {
  const old = offsetAt(before, zone);
  let [low, high] = [before, after];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle, zone) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** How far `zone` is ahead of UTC; milliseconds, whole minutes. */
function offsetAt(moment: number, zone: string): number {
  const { year, month, day, hour, minute } = localTimeOf(new Date(moment), zone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / MINUTE) * MINUTE;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

// Making one takes a hundred times as long as asking it.
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hourCycle: "h23", ...numbers });
  clocks.set(zone, made);
  return made;
}
