import { expect, test } from "vitest";
import { feedItem } from "@/components/bell/item.fixture";
import type { FeedItem } from "@/lib/core/feed-item";
import { type PopupsState, popupsState, reducePopups } from "./popups-state";

const popup = (position: number, changes: Partial<FeedItem> = {}) => feedItem(position, { popup: true, ...changes });
const feed = (state: PopupsState, items: FeedItem[], visible = true) =>
  reducePopups(state, { type: "fed", items, visible });
const ids = (items: FeedItem[]) => items.map((item) => item.id);

test("does not pop up what was there when the page opened", () => {
  const items = [popup(2), popup(1)];
  expect(feed(popupsState(items), items).shown).toEqual([]);
});

test("shows an arrival, and only one that wants to pop up and is unread", () => {
  const items = [feedItem(5), popup(4, { readAt: "2026-11-21T19:00:00Z" }), popup(3)];
  expect(ids(feed(popupsState([popup(2)]), items).shown)).toEqual(["ntf_3"]);
});

test("an arrival folds the oldest of three at once", () => {
  const state = feed(feed(popupsState([]), [popup(3), popup(2), popup(1)]), [popup(4), popup(3), popup(2), popup(1)]);
  expect(ids(state.shown)).toEqual(["ntf_4", "ntf_3", "ntf_2"]);
  expect(ids(state.folded)).toEqual(["ntf_1"]);
});

test("forgets what was folded once the rest has left", () => {
  const four = feed(popupsState([]), [popup(4), popup(3), popup(2), popup(1)]);
  const left = ["ntf_4", "ntf_3", "ntf_2"].reduce((state, id) => reducePopups(state, { type: "left", id }), four);
  expect(left).toMatchObject({ shown: [], folded: [] });
});

test("brings a folded sticky one back when there is room", () => {
  const four = feed(popupsState([]), [popup(4), popup(3), popup(2), popup(1, { sticky: true })]);
  expect(ids(reducePopups(four, { type: "left", id: "ntf_4" }).shown)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
});

test("takes away what was read or archived elsewhere", () => {
  const two = feed(popupsState([]), [popup(2), popup(1)]);
  expect(ids(feed(two, [popup(2, { readAt: "2026-11-21T19:00:00Z" }), popup(1)]).shown)).toEqual(["ntf_1"]);
  expect(feed(two, []).shown).toEqual([]);
});

test("does not show later what arrived while nobody could see it", () => {
  const hidden = feed(popupsState([]), [popup(1)], false);
  expect(feed(hidden, [popup(1)]).shown).toEqual([]);
});

test("shows an updated item anew, once", () => {
  const state = feed(feed(popupsState([]), [popup(1)]), [popup(2, { id: "ntf_1", body: "Done" })]);
  expect(state.shown).toHaveLength(1);
  expect(state.shown[0]!.body).toBe("Done");
});

test("closing all leaves nothing, sticky or not (R19)", () => {
  const state = feed(popupsState([]), [popup(4, { sticky: true }), popup(3), popup(2), popup(1)]);
  expect(reducePopups(state, { type: "closedAll" })).toMatchObject({ shown: [], folded: [] });
});
