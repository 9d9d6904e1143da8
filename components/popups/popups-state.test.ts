import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import type { FeedItem } from "@/lib/core/feed-item";
import { NO_POPUPS, type PopupsState, reducePopups } from "./popups-state";

const popup = (position: number, changes: Partial<FeedItem> = {}) => feedItem(position, { popup: true, ...changes });
const feed = (state: PopupsState, items: FeedItem[]) => reducePopups(state, { type: "fed", items });
const arrive = (state: PopupsState, ...items: FeedItem[]) => reducePopups(state, { type: "arrived", items });
const ids = (items: FeedItem[]) => items.map((item) => item.id);

test("shows what arrives, the newest first, whatever order it comes in", () => {
  expect(ids(arrive(arrive(NO_POPUPS, popup(3)), popup(4), popup(2)).shown)).toEqual(["ntf_4", "ntf_3", "ntf_2"]);
});

test("an arrival folds the oldest of three at once", () => {
  const state = arrive(arrive(NO_POPUPS, popup(3), popup(2), popup(1)), popup(4));
  expect(ids(state.shown)).toEqual(["ntf_4", "ntf_3", "ntf_2"]);
  expect(ids(state.folded)).toEqual(["ntf_1"]);
});

test("forgets what was folded once the rest has left", () => {
  const four = arrive(NO_POPUPS, popup(4), popup(3), popup(2), popup(1));
  const left = ["ntf_4", "ntf_3", "ntf_2"].reduce((state, id) => reducePopups(state, { type: "left", id }), four);
  expect(left).toEqual(NO_POPUPS);
});

test("brings a folded sticky one back when there is room (R18)", () => {
  const four = arrive(NO_POPUPS, popup(4), popup(3), popup(2), popup(1, { sticky: true }));
  expect(ids(reducePopups(four, { type: "left", id: "ntf_4" }).shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
});

test("takes away what was read or archived elsewhere", () => {
  const two = arrive(NO_POPUPS, popup(2), popup(1));
  expect(ids(feed(two, [popup(2, { readAt: "2026-11-21T19:00:00Z" }), popup(1)]).shown)).toEqual(["ntf_1"]);
  expect(feed(two, []).shown).toEqual([]);
});

test("shows an updated item anew, once", () => {
  const again = popup(2, { id: "ntf_1", body: "Done" });
  const state = arrive(feed(arrive(NO_POPUPS, popup(1)), [again]), again);
  expect(state.shown).toEqual([again]);
});

test("closing all leaves nothing, sticky or not (R19)", () => {
  const state = arrive(NO_POPUPS, popup(4, { sticky: true }), popup(3), popup(2), popup(1));
  expect(reducePopups(state, { type: "closedAll" })).toEqual(NO_POPUPS);
});
