import { daysBetween, type LocalTime, localTimeOf } from "@/lib/core/local-time";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long ago `at` was, in words: `now`, `2 min ago`, `3 h ago`, `yesterday 14:05`, `21 Nov`, `21 Nov 2025` (U13). */
export function relativeWords(at: Date, now: Date, zone: string): string {
  const past = now.getTime() - at.getTime();
  if (past < MINUTE) return "now";
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min ago`;
  const days = daysBetween(inZone(at, zone), inZone(now, zone));
  if (days === 0 || past < 6 * HOUR) return `${Math.floor(past / HOUR)} h ago`;
  if (days === 1) return `yesterday ${clock(at, zone)}`;
  return shortDate(at, now, zone);
}

/** The same moment without a now: what the server writes before the browser knows better. */
export function absoluteWords(at: Date, zone: string): string {
  const { day, month } = inZone(at, zone);
  return `${day} ${MONTHS[month - 1]}, ${clock(at, zone)}`;
}

/** The same with its year, for what is to come: `21 Nov 2026, 14:05`. */
export function datedWords(at: Date, zone: string): string {
  const { day, month, year } = inZone(at, zone);
  return `${day} ${MONTHS[month - 1]} ${year}, ${clock(at, zone)}`;
}

/** The day that a group of notifications is headed by: `Today`, `Yesterday`, `21 Nov`, `21 Nov 2025`. */
export function dayWords(at: Date, now: Date, zone: string): string {
  const days = daysBetween(inZone(at, zone), inZone(now, zone));
  if (days <= 0) return "Today";
  if (days === 1) return "Yesterday";
  return shortDate(at, now, zone);
}

/** Full local time with its zone, for the title of a `time` element. */
export function fullWords(at: Date, zone: string): string {
  return fullFormat(zone).format(at);
}

function shortDate(at: Date, now: Date, zone: string): string {
  const { day, month, year } = inZone(at, zone);
  const date = `${day} ${MONTHS[month - 1]}`;
  return year === inZone(now, zone).year ? date : `${date} ${year}`;
}

function clock(at: Date, zone: string): string {
  const { hour, minute } = inZone(at, zone);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Made once a zone: to make one takes many times what it takes to write a time, and a page of 100 rows writes 100. */
const fullFormats = new Map<string, Intl.DateTimeFormat>();

function fullFormat(timeZone: string): Intl.DateTimeFormat {
  const known = fullFormats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long", timeZone });
  fullFormats.set(timeZone, made);
  return made;
}

/** By zone and minute: a list asks for its `now` with every row, and for each row again whenever it is drawn. */
const locals = new Map<string, LocalTime>();
const MOST_KNOWN = 500;

// Numbers only: the words of two Intl versions (server and browser) may differ, and hydration would complain.
function inZone(at: Date, zone: string): LocalTime {
  const key = `${zone} ${Math.floor(at.getTime() / MINUTE)}`;
  const known = locals.get(key);
  if (known) return known;
  const local = localTimeOf(at, zone);
  if (locals.size >= MOST_KNOWN) locals.clear();
  locals.set(key, local);
  return local;
}
