import { expect, test } from "vitest";
import { isNewer } from "./feed-item";

test("orders decimal positions as numbers", () => {
  expect(isNewer("10", "9")).toBe(true);
  expect(isNewer("9", "10")).toBe(false);
});

test("orders time-ordered ids as text", () => {
  expect(isNewer("ntf_0193b2", "ntf_0193a9")).toBe(true);
  expect(isNewer("ntf_0193a9", "ntf_0193a9")).toBe(false);
});
