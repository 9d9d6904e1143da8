import { expect, test } from "vitest";
import { changedRule, fromWords, ruleAt } from "./second-person";

const now = new Date("2026-11-21T12:00:00Z");
const tomorrow = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T15:00:00Z");
const rule = { from: 1000, next: null };

test.each([1, 999, 1000])("S32: %i, as strict as what holds, holds at once", (from) => {
  expect(changedRule(rule, from, now)).toEqual({ from, next: null });
});

test.each([1001, null])("S32: %s, less strict, holds a day later", (from) => {
  const changed = changedRule(rule, from, now);
  expect(changed).toEqual({ from: 1000, next: { from, at: tomorrow } });
  expect(ruleAt(changed, new Date(+tomorrow - 1)).from).toBe(1000);
  expect(ruleAt(changed, tomorrow)).toEqual({ from, next: null });
});

test("S32: what was to come begins its day anew with another number, and not with the same", () => {
  const waiting = changedRule(rule, 2000, now);
  expect(changedRule(waiting, 2000, new Date(+tomorrow - 1))).toEqual(waiting);
  const soon = new Date(+later - 86_400_000);
  expect(changedRule(waiting, 3000, soon)).toEqual({ from: 1000, next: { from: 3000, at: later } });
});

test("S32: what holds, asked for again, takes back what was to come", () => {
  expect(changedRule(changedRule(rule, null, now), 1000, now)).toEqual(rule);
});

test("S32: once the day is over, the new number is what the next is held against", () => {
  const waiting = changedRule(rule, 2000, now);
  expect(changedRule(waiting, 2000, later)).toEqual({ from: 2000, next: null });
  expect(changedRule(changedRule(rule, null, now), 5, later)).toEqual({ from: 5, next: null });
});

test("is said in words", () => {
  expect([1000, 1, null].map(fromWords)).toEqual(["from 1,000 people on", "from 1 person on", "never"]);
});
