import { expect, test } from "vitest";
import { addDays, instantOf, localTimeOf, readLocalTime, weekdayOf, writeLocalTime } from "./local-time";

const at = (text: string) => {
  const [year, month, day, hour, minute] = text.split(/\D/).map(Number) as [number, number, number, number, number];
  return { year, month, day, hour, minute };
};

test.each([
  ["an ordinary time", "Europe/Amsterdam", "2026-07-01 12:30", "2026-07-01T10:30:00Z"],
  [
    "a time that is missing: the first moment after the gap",
    "Europe/Amsterdam",
    "2026-03-29 02:30",
    "2026-03-29T01:00:00Z",
  ],
  ["a time that comes twice: the first", "Europe/Amsterdam", "2026-10-25 02:30", "2026-10-25T00:30:00Z"],
  ["the hour after the one that comes twice", "Europe/Amsterdam", "2026-10-25 03:00", "2026-10-25T02:00:00Z"],
  ["a missing time in the west", "America/New_York", "2026-03-08 02:00", "2026-03-08T07:00:00Z"],
  ["a double time in the west", "America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z"],
  ["a missing midnight", "Africa/Cairo", "2026-04-24 00:00", "2026-04-23T22:00:00Z"],
  ["a gap of half an hour", "Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03T15:30:00Z"],
  ["a double half hour", "Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z"],
  ["a zone of half hours", "Asia/Kolkata", "2026-01-01 00:00", "2025-12-31T18:30:00Z"],
  ["a day that never was", "Pacific/Apia", "2011-12-30 12:00", "2011-12-30T10:00:00Z"],
])("F29: %s", (_, zone, local, moment) => {
  expect(instantOf(at(local), zone).toISOString()).toBe(new Date(moment).toISOString());
});

test("tells the time of any moment, and finds the moment again", () => {
  for (const zone of ["Europe/Amsterdam", "America/New_York", "Africa/Cairo", "Asia/Kolkata", "UTC"]) {
    for (let hour = 0; hour < 24; hour++) {
      const moment = new Date(Date.UTC(2026, 0, 15, hour, 7));
      expect(instantOf(localTimeOf(moment, zone), zone)).toEqual(moment);
    }
  }
});

test("counts days over months and years", () => {
  expect(addDays({ year: 2026, month: 12, day: 31 }, 1)).toEqual({ year: 2027, month: 1, day: 1 });
  expect(addDays({ year: 2028, month: 3, day: 1 }, -1)).toEqual({ year: 2028, month: 2, day: 29 });
  expect([weekdayOf({ year: 2026, month: 11, day: 22 }), weekdayOf({ year: 2026, month: 11, day: 23 })]).toEqual([
    7, 1,
  ]);
});

test("reads what a field for date and time says, and writes it the same", () => {
  expect(readLocalTime("2026-11-21T18:51")).toEqual({ year: 2026, month: 11, day: 21, hour: 18, minute: 51 });
  expect(writeLocalTime(readLocalTime("2026-01-02T03:04:00")!)).toBe("2026-01-02T03:04");
  for (const nothing of ["", "tomorrow", "2026-11-21"]) expect(readLocalTime(nothing)).toBeUndefined();
});
