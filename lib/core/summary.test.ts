import { expect, test } from "vitest";
import { nextSlot } from "./digest";
import { dueSummary } from "./summary";
import { ZONES } from "./testing";

const due = (now: string, digest: "weekly" | "friday" = "weekly", zone = "UTC") =>
  dueSummary(new Date(now), digest, zone);

test("R37: on Monday at eight, by the person's clocks, for a day; it covers the week before", () => {
  expect(due("2026-11-23T07:59:59Z")).toBeNull();
  expect(due("2026-11-23T08:00:00Z")).toEqual({
    from: new Date("2026-11-16T08:00:00Z"),
    to: new Date("2026-11-23T08:00:00Z"),
    day: "2026-11-23",
  });
  expect(due("2026-11-24T07:59:59Z")?.day).toBe("2026-11-23");
  expect(due("2026-11-24T08:00:00Z")).toBeNull();
  expect(due("2026-11-22T23:00:00Z", "weekly", "Asia/Tokyo")?.day).toBe("2026-11-23");
  expect(due("2026-11-23T08:00:00Z", "weekly", "America/New_York")).toBeNull();
});

test("R38: on Friday", () => {
  expect(due("2026-11-27T08:00:00Z", "friday")?.day).toBe("2026-11-27");
  expect(due("2026-11-26T12:00:00Z", "friday")).toBeNull();
});

test.each(ZONES)(
  "F29: in %s exactly one a week, for five years, whichever minute somebody looks",
  (zone) => {
    const days: string[] = [];
    let at = new Date("2024-01-01T00:00:00Z");
    for (let hours = 0; hours < 5 * 366 * 24; hours += 6) {
      const found = dueSummary(at, "weekly", zone);
      if (found && days.at(-1) !== found.day) days.push(found.day);
      at = new Date(at.getTime() + 6 * 3_600_000);
    }
    expect(new Set(days).size).toBe(days.length);
    for (const [index, day] of days.slice(1).entries())
      expect(Date.parse(day) - Date.parse(days[index]!)).toBe(7 * 86_400_000);
    expect(nextSlot(at, { kind: "weekly", weekday: 1, at: "08:00" }, zone) > at).toBe(true);
  },
  30_000,
);
