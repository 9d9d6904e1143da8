import { expect, test } from "vitest";
import { addressOf, askedIn, cursorIn } from "./page-address";

test("reads texts and days, and leaves out what is empty, said twice, too long, no text for PostgreSQL or no day", () => {
  const { text } = askedIn({ a: "ada", b: " ", c: ["x", "y"], d: "abcdef", e: "\0" }, 4);
  expect(["a", "b", "c", "d", "e", "f"].map(text)).toEqual(["ada", undefined, undefined, "abcd", undefined, undefined]);
  const { day } = askedIn({ at: "2026-11-21", on: "2026-13-41", in: "November" });
  expect(["at", "on", "in"].map(day)).toEqual(["2026-11-21", undefined, undefined]);
});

test("reads where a page begins, and takes what is said twice for the first page", () => {
  expect([{ cursor: "abc" }, {}, { cursor: ["a", "b"] }].map(cursorIn)).toEqual(["abc", undefined, undefined]);
});

test("writes what is set", () => {
  expect(addressOf("/people", { search: "a b", role: undefined, group: "" })).toBe("/people?search=a+b");
  expect(addressOf("/people", {})).toBe("/people");
});
