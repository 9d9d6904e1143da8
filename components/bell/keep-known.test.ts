import { expect, test } from "vitest";
import { feedItem } from "./item.fixture";
import { keepKnown } from "./keep-known";

test("keeps the objects that say the same, and takes those that changed or are new", () => {
  const known = [feedItem(2), feedItem(1)];
  const heard = [feedItem(3), feedItem(2), feedItem(1, { readAt: "2026-11-22T10:00:00Z" })];
  const kept = keepKnown(heard, known);
  expect(kept).toEqual(heard);
  expect(kept.map((item) => known.includes(item))).toEqual([false, true, false]);
});
