import { expect, test } from "vitest";
import { nextSlot } from "./digest";
import { addDays, daysBetween, instantOf, localTimeOf, weekdayOf } from "./local-time";

const ZONES = [
  ...["Europe/Amsterdam", "America/New_York", "Africa/Cairo"],
  ...["Australia/Lord_Howe", "Asia/Kolkata", "UTC"],
];
const TIMES = ["00:00", "00:30", "01:30", "02:00", "02:30"];
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
