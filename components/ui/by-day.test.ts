import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import type { FeedItem } from "@/lib/core/feed-item";
import { byDay, daysOf } from "./by-day";

const updated = (item: FeedItem) => item.updatedAt;
const came = (position: number, updatedAt: string) => feedItem(position, { updatedAt });

test("heads items by their day in the person's zone, in order", () => {
  const items = [
    came(4, "2026-11-21T09:00:00Z"),
    came(3, "2026-11-20T23:30:00Z"),
    came(2, "2026-11-20T12:00:00Z"),
    came(1, "2026-11-02T12:00:00Z"),
  ];
  const groups = byDay(items, updated, daysOf(new Date("2026-11-21T18:00:00Z"), "Europe/Amsterdam"));
  expect(groups.map(({ day, items }) => [day, items.map(({ id }) => id)])).toEqual([
    ["Today", ["ntf_4", "ntf_3"]],
    ["Yesterday", ["ntf_2"]],
    ["2 Nov", ["ntf_1"]],
  ]);
});

test("no items, no groups", () => {
  expect(byDay([], updated, daysOf(new Date(), "UTC"))).toEqual([]);
});
