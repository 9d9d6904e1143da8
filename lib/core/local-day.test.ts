import { expect, test } from "vitest";
import { localDay } from "./local-day";

test.each([
  ["2026-11-21T23:59:59Z", "UTC", "2026-11-21"],
  ["2026-11-21T23:59:59Z", "Europe/Amsterdam", "2026-11-22"],
  ["2026-11-21T04:59:59Z", "America/New_York", "2026-11-20"],
  ["2026-11-21T18:30:00Z", "Asia/Kolkata", "2026-11-22"],
  ["2026-11-21T23:59:59Z", null, "2026-11-21"],
  ["2026-11-21T23:59:59Z", "Mars/Olympus", "2026-11-21"],
])("%s in %s is on %s (R33)", (at, zone, day) => {
  expect(localDay(new Date(at), zone)).toBe(day);
});
