import { expect, test } from "vitest";
import { nextSlot } from "./digest";
import { addDays, daysBetween, instantOf, localTimeOf, weekdayOf } from "./local-time";
import { ZONES } from "./testing";

const TIMES = ["00:00", "00:30", "01:30", "02:00", "02:30"];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIRST = { year: 2024, month: 1, day: 1 };
const AFTER = { year: 2029, month: 1, day: 1 };

test.each(ZONES)(
  "F29: five years of daily digests in %s: exactly one each local day",
  (zone) => {
    for (const at of TIMES) {
      const timing = { kind: "daily", at } as const;
      let slot = new Date(instantOf({ ...FIRST, hour: 0, minute: 0 }, zone).getTime() - 1);
      for (let day: ReturnType<typeof addDays> = FIRST; daysBetween(day, AFTER) > 0; day = addDays(day, 1)) {
        slot = nextSlot(slot, timing, zone);
        const { year, month, day: date } = localTimeOf(slot, zone);
        if (daysBetween(day, { year, month, day: date }) !== 0) throw new Error(`${zone} ${at}: ${slot.toISOString()}`);
      }
      expect(daysBetween(localTimeOf(slot, zone), AFTER)).toBe(1);
    }
  },
  60_000,
);

test.each(ZONES)(
  "F29: in %s a time that is missing is the first after it, and one that comes twice the first",
  (zone) => {
    for (let day: ReturnType<typeof addDays> = FIRST; daysBetween(day, AFTER) > 0; day = addDays(day, 1)) {
      if (atNoon(day, zone) === atNoon(addDays(day, 1), zone) && atNoon(day, zone) === atNoon(addDays(day, -1), zone))
        continue;
      const [starts, ends] = [startOf(day, zone), startOf(addDays(day, 1), zone)];
      // By looking at the clock each minute of the day on which it is put back or on.
      const shown = Array.from({ length: (ends - starts) / MINUTE }, (_, minute) => {
        const { hour, minute: past } = localTimeOf(new Date(starts + minute * MINUTE), zone);
        return hour * 60 + past;
      });
      for (const at of TIMES) {
        const wanted = Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
        const first = starts + shown.findIndex((time) => time >= wanted) * MINUTE;
        expect(nextSlot(new Date(starts - 1), { kind: "daily", at }, zone).toISOString()).toBe(
          new Date(first).toISOString(),
        );
      }
    }
  },
);

/** What clocks there show at noon by UTC. */
function atNoon({ year, month, day }: typeof FIRST, zone: string): string {
  const { hour, minute } = localTimeOf(new Date(Date.UTC(year, month - 1, day, 12)), zone);
  return `${hour}:${minute}`;
}

function startOf(day: ReturnType<typeof addDays>, zone: string): number {
  const isDay = (moment: number) => daysBetween(day, localTimeOf(new Date(moment), zone)) === 0;
  let from = Date.UTC(day.year, day.month - 1, day.day - 1);
  for (const step of [HOUR, MINUTE]) {
    while (!isDay(from)) from += step;
    if (step === HOUR) from -= HOUR;
  }
  return from;
}

test("is strictly after: a digest that went out at its slot is not due again", () => {
  const timing = { kind: "daily", at: "08:00" } as const;
  const slot = new Date("2026-11-23T07:00:00Z");
  expect(nextSlot(new Date("2026-11-23T06:59:59.999Z"), timing, "Europe/Amsterdam")).toEqual(slot);
  expect(nextSlot(slot, timing, "Europe/Amsterdam")).toEqual(new Date("2026-11-24T07:00:00Z"));
});

test("comes once a week, on the weekday of the person's own calendar", () => {
  const timing = { kind: "weekly", weekday: 1, at: "00:30" } as const;
  let slot = new Date("2026-01-01T00:00:00Z");
  for (let week = 0; week < 60; week++) {
    const next = nextSlot(slot, timing, "Africa/Cairo");
    expect(weekdayOf(localTimeOf(next, "Africa/Cairo"))).toBe(1);
    if (week > 0) expect(daysBetween(localTimeOf(slot, "Africa/Cairo"), localTimeOf(next, "Africa/Cairo"))).toBe(7);
    slot = next;
  }
});
