import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, localTimeOf, WEEKDAYS, weekdayOf } from "./local-time";
import { leavesTime } from "./quiet-hours";
import { DEFAULT_SCHEDULE, type Schedule } from "./schedule";
import { emailWords, quietWords } from "./schedule-words";
import { sendTime } from "./send-time";
import { anySchedule, ZONES } from "./testing";

const now = new Date("2026-11-22T12:00:00Z");
const words = (change: Partial<Schedule>, at = now) =>
  emailWords(at, { ...DEFAULT_SCHEDULE, ...change }, "Europe/Amsterdam");

test("U16: says in words what will happen", () => {
  expect(words({})).toBe("Emails leave at once.");
  expect(words({ email: { kind: "unread_after", minutes: 10 } })).toBe(
    "An email leaves after 10 minutes if you have not read the notification by then.",
  );
  expect(words({ email: { kind: "daily", at: "08:00" } })).toBe("Next digest: tomorrow 08:00, Amsterdam.");
  expect(words({ email: { kind: "daily", at: "17:30" } })).toBe("Next digest: today 17:30, Amsterdam.");
  expect(words({ email: { kind: "weekly", weekday: 5, at: "09:00" } })).toBe(
    "Next digest: Friday 27 November 09:00, Amsterdam.",
  );
  expect(words({ pausedUntil: new Date("2026-11-22T13:00:00Z") })).toBe(
    "Emails wait until today 14:00, Amsterdam, when your pause ends.",
  );
  const quietHours = Array(7).fill({ from: "22:00", to: "09:00" });
  expect(words({ quietHours, email: { kind: "daily", at: "08:00" } })).toBe(
    "Next digest: tomorrow 09:00, Amsterdam, when your quiet hours end.",
  );
});

test("U16: says when it is quiet, and when it will be", () => {
  const quiet = (change: Partial<Schedule>) => quietWords(now, { ...DEFAULT_SCHEDULE, ...change }, "Europe/Amsterdam");
  expect(quiet({})).toBe("No quiet hours.");
  expect(quiet({ quietHours: Array(7).fill({ from: "22:00", to: "07:00" }) })).toBe(
    "Next quiet hours: today 22:00 to tomorrow 07:00, Amsterdam.",
  );
  expect(quiet({ quietHours: Array(7).fill({ from: "12:30", to: "14:00" }) })).toBe(
    "Quiet now, until today 14:00, Amsterdam.",
  );
  expect(quiet({ pausedUntil: new Date("2026-11-23T07:00:00Z") })).toBe("Paused now, until tomorrow 08:00, Amsterdam.");
});

test("U16: 50 random settings: the sentence is what the scheduler does", () => {
  fc.assert(
    fc.property(anySchedule(), fc.constantFrom(...ZONES), anyMoment(), (schedule, zone, at) => {
      fc.pre(leavesTime(schedule.quietHours));
      const sent = sendTime({ channel: "email", urgency: "normal", since: at, schedule, zone });
      const told = readBack(emailWords(at, schedule, zone), at, zone);
      expect(told).toEqual(told.minutes === undefined ? localTimeOf(sent.at, zone) : { minutes: minutesTo(sent.at) });

      function minutesTo(later: Date): number {
        return (later.getTime() - at.getTime()) / 60_000;
      }
    }),
    { numRuns: 50 },
  );
});

/** To the minute, as sentences are. */
function anyMoment() {
  return fc.integer({ min: 0, max: 3 * 365 * 1440 }).map((minute) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000));
}

/** What the sentence says, by its words alone: a wait in minutes, or a local time. */
function readBack(sentence: string, at: Date, zone: string): { minutes?: number } {
  if (sentence === "Emails leave at once.") return { minutes: 0 };
  const [, wait] = /leaves after (an hour|\d+ (?:minutes?|hours))/.exec(sentence) ?? [];
  if (wait) return { minutes: wait === "an hour" ? 60 : Number.parseInt(wait, 10) * (wait.endsWith("hours") ? 60 : 1) };
  const [, day, hour, minute] = /(?:digest:|until) (.+?) (\d\d):(\d\d), /.exec(sentence)!;
  const today = localTimeOf(at, zone);
  const days = Array.from({ length: 40 }, (_, more) => addDays(today, more));
  const found = days.find((one, more) => (more < 2 ? ["today", "tomorrow"][more] === day : nameOf(one) === day));
  return { ...found, hour: Number(hour), minute: Number(minute) } as object;
}

function nameOf(day: ReturnType<typeof addDays>): string {
  const month = new Date(Date.UTC(day.year, day.month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${day.day} ${month}`;
}
