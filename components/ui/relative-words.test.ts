import { expect, test } from "vitest";
import { absoluteWords, datedWords, dayWords, relativeWords } from "./relative-words";

const at = (iso: string) => new Date(iso);

test.each([
  ["2026-11-21T18:50:30Z", "now"],
  ["2026-11-21T18:50:00Z", "1 min ago"],
  ["2026-11-21T17:51:01Z", "59 min ago"],
  ["2026-11-21T17:51:00Z", "1 h ago"],
  ["2026-11-21T09:00:00Z", "9 h ago"],
  ["2026-11-20T13:05:00Z", "yesterday 14:05"],
  ["2026-11-14T13:05:00Z", "14 Nov"],
  ["2025-11-14T13:05:00Z", "14 Nov 2025"],
])("calls %s %s in Amsterdam", (iso, words) => {
  expect(relativeWords(at(iso), at("2026-11-21T18:51:00Z"), "Europe/Amsterdam")).toBe(words);
});

test("says hours, not yesterday, shortly after midnight", () => {
  expect(relativeWords(at("2026-11-20T22:00:00Z"), at("2026-11-20T23:30:00Z"), "Europe/Amsterdam")).toBe("1 h ago");
});

test("a clock that runs behind the server's still says now", () => {
  expect(relativeWords(at("2026-11-21T18:52:00Z"), at("2026-11-21T18:51:00Z"), "UTC")).toBe("now");
});

test.each([
  ["Europe/Amsterdam", "21 Nov, 19:51"],
  ["America/New_York", "21 Nov, 13:51"],
  ["Asia/Kolkata", "22 Nov, 00:21"],
  ["Pacific/Auckland", "22 Nov, 07:51"],
  ["UTC", "21 Nov, 18:51"],
])("writes the person's own clock in %s", (zone, words) => {
  expect(absoluteWords(at("2026-11-21T18:51:00Z"), zone)).toBe(words);
});

test("says the year that clocks there show", () => {
  expect(datedWords(at("2026-12-31T23:30:00Z"), "Europe/Amsterdam")).toBe("1 Jan 2027, 00:30");
});

// Amsterdam: the night of 29 March 2026 has 23 hours, that of 25 October 2026 has 25.
test.each([
  ["2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z", "yesterday 12:00"],
  ["2026-10-24T10:00:00Z", "2026-10-25T11:30:00Z", "yesterday 12:00"],
  ["2026-10-24T21:30:00Z", "2026-10-25T22:30:00Z", "yesterday 23:30"],
])("counts the night of a clock change as one (%s)", (then, now, words) => {
  expect(relativeWords(at(then), at(now), "Europe/Amsterdam")).toBe(words);
});

test("groups by the day of the person's zone", () => {
  const now = at("2026-11-21T23:30:00Z");
  expect(dayWords(at("2026-11-21T22:30:00Z"), now, "Europe/Amsterdam")).toBe("Yesterday");
  expect(dayWords(at("2026-11-21T22:30:00Z"), now, "America/New_York")).toBe("Today");
  expect(dayWords(at("2026-11-01T12:00:00Z"), now, "UTC")).toBe("1 Nov");
  expect(dayWords(at("2025-12-01T12:00:00Z"), now, "UTC")).toBe("1 Dec 2025");
});
