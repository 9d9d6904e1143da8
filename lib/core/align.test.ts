import { expect, test } from "vitest";
import { alignUp } from "./align";

test.each([
  ["2026-11-22T12:00:00.000Z", "2026-11-22T12:00:00.000Z"],
  ["2026-11-22T12:00:00.001Z", "2026-11-22T12:05:00.000Z"],
  ["2026-11-22T12:04:59.999Z", "2026-11-22T12:05:00.000Z"],
  ["2026-12-31T23:57:00.000Z", "2027-01-01T00:00:00.000Z"],
])("R83: a reminder of %s comes at %s", (at, due) => {
  expect(alignUp(new Date(at), 300).toISOString()).toBe(due);
});
