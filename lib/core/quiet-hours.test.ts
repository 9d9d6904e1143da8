import { expect, test } from "vitest";
import { heldUntil, leavesTime, nextQuiet } from "./quiet-hours";
import { NO_QUIET_HOURS, type QuietDay, type QuietHours } from "./schedule";

const AMSTERDAM = "Europe/Amsterdam";
const NIGHT: QuietDay = { from: "22:00", to: "07:00" };
const every = (quiet: QuietDay): QuietHours => Array(7).fill(quiet);
const on = (weekdays: number[], quiet: QuietDay): QuietHours =>
  NO_QUIET_HOURS.map((_, index) => (weekdays.includes(index + 1) ? quiet : null));
const held = (now: string, quietHours: QuietHours, pausedUntil: string | null = null, zone = AMSTERDAM) => {
  const hold = heldUntil(new Date(now), { quietHours, pausedUntil: pausedUntil ? new Date(pausedUntil) : null }, zone);
  return hold && `${hold.until.toISOString()} ${hold.reason}`;
};

test("holds over midnight, by the clock of the person's zone", () => {
  expect(held("2026-11-23T20:59:59Z", every(NIGHT))).toBeNull();
  expect(held("2026-11-23T21:00:00Z", every(NIGHT))).toBe("2026-11-24T06:00:00.000Z quiet_hours");
  expect(held("2026-11-24T05:59:59Z", every(NIGHT))).toBe("2026-11-24T06:00:00.000Z quiet_hours");
  expect(held("2026-11-24T06:00:00Z", every(NIGHT))).toBeNull();
  expect(held("2026-11-23T21:00:00Z", every(NIGHT), null, "America/New_York")).toBeNull();
});

test("belongs to the weekday on which it begins", () => {
  const sunday = on([7], NIGHT);
  expect(held("2026-11-22T22:00:00Z", sunday)).toBe("2026-11-23T06:00:00.000Z quiet_hours");
  expect(held("2026-11-23T22:00:00Z", sunday)).toBeNull();
});

test("goes from one quiet time into the next without a gap", () => {
  const weekend = on([6, 7], { from: "00:00", to: "00:00" });
  const friday = on([5], { from: "18:00", to: "00:00" });
  const both = weekend.map((quiet, index) => quiet ?? friday[index]!);
  expect(held("2026-11-27T17:00:00Z", both)).toBe("2026-11-29T23:00:00.000Z quiet_hours");
});

test("waits for the later of a pause and the quiet hours that it ends in", () => {
  expect(held("2026-11-23T12:00:00Z", NO_QUIET_HOURS, "2026-11-23T13:00:00Z")).toBe("2026-11-23T13:00:00.000Z paused");
  expect(held("2026-11-23T20:30:00Z", every(NIGHT), "2026-11-23T21:30:00Z")).toBe(
    "2026-11-24T06:00:00.000Z quiet_hours",
  );
  expect(held("2026-11-23T22:00:00Z", every(NIGHT), "2026-11-24T09:00:00Z")).toBe("2026-11-24T09:00:00.000Z paused");
  expect(held("2026-11-23T12:00:00Z", NO_QUIET_HOURS, "2026-11-23T12:00:00Z")).toBeNull();
});

test("F29: ends at the first moment after a gap, and lasts an hour longer in the night that has one more", () => {
  const night = every({ from: "23:00", to: "02:30" });
  expect(held("2026-03-29T00:00:00Z", night)).toBe("2026-03-29T01:00:00.000Z quiet_hours");
  expect(held("2026-10-24T22:00:00Z", every(NIGHT))).toBe("2026-10-25T06:00:00.000Z quiet_hours");
});

test("tells of the next quiet hours, to their very end", () => {
  const next = (now: string, quietHours: QuietHours) => {
    const quiet = nextQuiet(new Date(now), quietHours, AMSTERDAM);
    return quiet && `${quiet.start.toISOString()} ${quiet.end.toISOString()}`;
  };
  expect(next("2026-11-23T12:00:00Z", every(NIGHT))).toBe("2026-11-23T21:00:00.000Z 2026-11-24T06:00:00.000Z");
  expect(next("2026-11-23T21:00:00Z", every(NIGHT))).toBe("2026-11-24T21:00:00.000Z 2026-11-25T06:00:00.000Z");
  const weekend = on([6, 7], { from: "00:00", to: "00:00" });
  expect(next("2026-11-23T12:00:00Z", weekend)).toBe("2026-11-27T23:00:00.000Z 2026-11-29T23:00:00.000Z");
  expect(next("2026-11-23T12:00:00Z", NO_QUIET_HOURS)).toBeNull();
});

test("knows a week that leaves no time for anything", () => {
  expect(leavesTime(NO_QUIET_HOURS)).toBe(true);
  expect(leavesTime(every(NIGHT))).toBe(true);
  expect(leavesTime(every({ from: "09:00", to: "09:00" }))).toBe(false);
  expect(leavesTime(every({ from: "09:00", to: "08:59" }))).toBe(true);
  expect(held("2026-11-23T12:00:00Z", every({ from: "09:00", to: "09:00" }))).not.toBeNull();
});
