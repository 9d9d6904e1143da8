import { expect, test } from "vitest";
import { snoozeChoices } from "./snooze";

const offered = (now: string, zone: string) =>
  snoozeChoices(new Date(now), zone).map(({ label, until }) => [label, until.toISOString()]);

test("offers an hour, tomorrow morning and Monday morning, by the person's own clock", () => {
  // A Saturday; in Amsterdam an hour ahead of UTC.
  expect(offered("2026-11-21T18:51:00Z", "Europe/Amsterdam")).toEqual([
    ["In an hour", "2026-11-21T19:51:00.000Z"],
    ["Tomorrow morning, 08:00", "2026-11-22T07:00:00.000Z"],
    ["Next Monday, 08:00", "2026-11-23T07:00:00.000Z"],
  ]);
});

test("tomorrow is that of the person, not of the server", () => {
  expect(offered("2026-11-21T18:51:00Z", "Pacific/Auckland")[1]).toEqual([
    "Tomorrow morning, 08:00",
    "2026-11-22T19:00:00.000Z",
  ]);
});

test("offers Monday once on a Sunday, and a week away on a Monday", () => {
  expect(offered("2026-11-22T12:00:00Z", "UTC").map(([label]) => label)).not.toContain("Next Monday, 08:00");
  expect(offered("2026-11-23T06:00:00Z", "UTC")[2]).toEqual(["Next Monday, 08:00", "2026-11-30T08:00:00.000Z"]);
});

test.each([
  ["spring", "2026-03-28T22:00:00Z", "2026-03-29T06:00:00.000Z"],
  ["autumn", "2026-10-24T22:30:00Z", "2026-10-26T07:00:00.000Z"],
])("is eight o'clock also on the morning after the clocks change in %s", (_, now, until) => {
  expect(offered(now, "Europe/Amsterdam")[1]).toEqual(["Tomorrow morning, 08:00", until]);
});

test("knows zones that are not whole hours away", () => {
  expect(offered("2026-11-21T18:51:00Z", "Asia/Kathmandu")[1]?.[1]).toBe("2026-11-23T02:15:00.000Z");
});
