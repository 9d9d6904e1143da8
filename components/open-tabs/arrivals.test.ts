import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import { arrivalsIn, newestOf } from "./arrivals";

test("what was there when the page opened does not arrive", () => {
  const items = [feedItem(2), feedItem(1)];
  expect(arrivalsIn(items, newestOf(items, null))).toEqual([]);
});

test("what came after it does, unless it was read already", () => {
  const items = [feedItem(10), feedItem(9, { readAt: "2026-11-21T19:00:00Z" }), feedItem(8)];
  expect(arrivalsIn(items, "8").map(({ id }) => id)).toEqual(["ntf_10"]);
});

test("an older item that moves up into the list does not arrive", () => {
  expect(newestOf([feedItem(3)], "12")).toBe("12");
  expect(arrivalsIn([feedItem(3)], "12")).toEqual([]);
});
