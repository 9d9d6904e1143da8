import { daysBetween, type LocalDay, localTimeOf, WEEKDAYS, weekdayOf } from "./local-time";
import { type Hold, heldUntil, nextQuiet } from "./quiet-hours";
import type { Schedule } from "./schedule";
import { sendTime } from "./send-time";

/** What will happen to email that is decided at `now`, asked of the very function that times it (U16). */
export function emailWords(now: Date, schedule: Schedule, zone: string): string {
  const { at, reason, hold } = sendTime({ channel: "email", urgency: "normal", since: now, schedule, zone });
  const when = `${momentWords(at, now, zone)}, ${cityOf(zone)}`;
  const until = hold ? `, ${HOLD_WORDS[hold]}` : "";
  if (reason === "in_digest") return `Next digest: ${when}${until}.`;
  if (hold) return `Emails wait until ${when}${until}.`;
  if (schedule.email.kind !== "unread_after") return "Emails leave at once.";
  return `An email leaves after ${minutesWords(schedule.email.minutes)} if you have not read the notification by then.`;
}

/** Whether it is quiet now, and if not, when it will be. */
export function quietWords(now: Date, schedule: Pick<Schedule, "quietHours" | "pausedUntil">, zone: string): string {
  const hold = heldUntil(now, schedule, zone);
  if (hold) {
    const what = hold.reason === "paused" ? "Paused" : "Quiet";
    return `${what} now, until ${momentWords(hold.until, now, zone)}, ${cityOf(zone)}.`;
  }
  const next = nextQuiet(now, schedule.quietHours, zone);
  if (!next) return "No quiet hours.";
  const [from, to] = [next.start, next.end].map((at) => momentWords(at, now, zone));
  return `Next quiet hours: ${from} to ${to}, ${cityOf(zone)}.`;
}

const HOLD_WORDS: Readonly<Record<Hold["reason"], string>> = {
  quiet_hours: "when your quiet hours end",
  paused: "when your pause ends",
};

/** A moment for somebody in `zone`: `today 17:00`, `tomorrow 08:00`, `Friday 4 December 08:00`. */
export function momentWords(at: Date, now: Date, zone: string): string {
  const local = localTimeOf(at, zone);
  const days = daysBetween(localTimeOf(now, zone), local);
  const day = days === 0 ? "today" : days === 1 ? "tomorrow" : dayWords(local);
  return `${day} ${clockWords(at, zone)}`;
}

/** `08:00` */
export function clockWords(at: Date, zone: string): string {
  const { hour, minute } = localTimeOf(at, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The place by which people know a zone: `Amsterdam` of `Europe/Amsterdam`. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** `10 minutes`, `an hour`. */
export function minutesWords(minutes: number): string {
  if (minutes === 60) return "an hour";
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

function dayWords(day: LocalDay): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${day.day} ${MONTHS[day.month - 1]}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
