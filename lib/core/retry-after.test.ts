import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after";

const now = new Date("2026-11-21T12:00:00Z");

test.each([
  ["1", 1],
  ["60", 60],
  [" 60 ", 60],
  [String(48 * 3600), 24 * 3600],
  ["999999999999", 24 * 3600],
  ["Sat, 21 Nov 2026 12:01:30 GMT", 90],
  ["Saturday, 21-Nov-26 12:01:30 GMT", 90],
  ["Tue, 24 Nov 2026 12:00:00 GMT", 24 * 3600],
])("reads Retry-After: %s as %i seconds, a day at most (F20)", (header, seconds) => {
  expect(readRetryAfter(header, now)).toEqual(new Date(now.getTime() + seconds * 1000));
});

test.each([
  undefined,
  "",
  "soon",
  "-5",
  "1.5",
  "0",
  "0x10",
  "5 apples",
  "Fri, 20 Nov 2026 12:00:00 GMT",
  "9".repeat(40),
])("takes Retry-After: %s for none", (header) => {
  expect(readRetryAfter(header, now)).toBeNull();
});
