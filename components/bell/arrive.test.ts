import { expect, test } from "vitest";
import type { InboxShow } from "@/lib/core/inbox-query";
import { arrive } from "./arrive";
import { feedItem } from "./item.fixture";

const list = (...positions: number[]) => positions.map((position) => feedItem(position));
const none = { dropped: new Set<string>() };
const isWanted = () => true;
const hear = (items: number[], heard: number[], show: InboxShow = "all") =>
  arrive({ ...none, items: list(...items) }, { items: list(...heard), isWanted }, show);
const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => Number(id.slice(4)));

test("what another tab put away goes, and comes back when it does there (U7)", () => {
  const after = hear([3, 2, 1], [3, 1]);
  expect(ids(after)).toEqual([3, 1]);
  const back = arrive(after, { items: list(3, 2, 1), isWanted }, "all");
  expect(ids(back)).toEqual([3, 2, 1]);
});

test("keeps what is newer than all that was heard, what never was in the bell, and what its 50 do not reach", () => {
  expect(ids(hear([3, 2], [2, 1]))).toEqual([3, 2]);
  const beside = feedItem(2, { inBell: false });
  const kept = arrive({ ...none, items: [beside] }, { items: list(3, 1), isWanted }, "all");
  expect(ids(kept)).toEqual([3, 2]);
  const fifty = Array.from({ length: 50 }, (_, n) => 100 - n);
  expect(ids(hear([100, 80, 10], fifty.filter((n) => n !== 80).concat(50))).slice(-2)).toEqual([100, 10]);
  expect(ids(hear([2, 1], []))).toEqual([2, 1]);
});

test("what wakes, or comes back by an event, leaves the list where it slept", () => {
  const asleep = feedItem(1, { id: "ntf_x" });
  const woken = feedItem(9, { id: "ntf_x" });
  for (const show of ["snoozed", "archived"] as const) {
    const refuse = { isWanted: () => false };
    expect(arrive({ ...none, items: [asleep] }, { items: [woken], ...refuse }, show).items).toEqual([]);
    expect(arrive({ ...none, items: [asleep] }, { items: [asleep], ...refuse }, show).items).toEqual([asleep]);
  }
});
