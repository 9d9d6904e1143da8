import { expect, test } from "vitest";
import { addressOf, askedIn } from "./page-address";

test("reads texts and days, and leaves out what is empty, said twice, too long or no day", () => {
  const { text, day } = askedIn(
    { a: "ada", b: " ", c: ["x", "y"], d: "abcdef", at: "2026-11-21", on: "2026-13-41" },
    4,
  );
  expect(["a", "b", "c", "d", "e"].map(text)).toEqual(["ada", undefined, undefined, "abcd", undefined]);
  expect(askedIn({ at: "2026-11-21", on: "2026-13-41" }).day("at")).toBe("2026-11-21");
  expect(day("on")).toBeUndefined();
});

test("writes what is set", () => {
  expect(addressOf("/people", { search: "a b", role: undefined, group: "" })).toBe("/people?search=a+b");
  expect(addressOf("/people", {})).toBe("/people");
});
