import { expect, test } from "vitest";
import type { BellFeed, FeedItem } from "@/lib/core/feed-item";
import { type BellEvent, type BellState, bellState, reduceBell, viewOf } from "./bell-state";
import type { Change } from "./change";
import { feedItem } from "./item.fixture";

const at = "2026-11-21T19:00:00Z";
const three = [feedItem(3, { feed: "apps" }), feedItem(2), feedItem(1, { readAt: at })];
const feed = (items: FeedItem[], unread: number): BellFeed => ({
  items,
  unread,
  position: items[0]?.position ?? null,
  tabs: { all: unread, downloads: 0, apps: items.filter((i) => i.feed === "apps" && !i.readAt).length },
});
const after = (state: BellState, ...events: BellEvent[]) => events.reduce(reduceBell, state);
const start = () => bellState(feed(three, 2));
const change = (kind: "read" | "unread" | "archive" | "restore", items: FeedItem[], key = 1): Change => ({
  key,
  at,
  kind,
  items,
});
const readIds = (state: BellState) =>
  viewOf(state, "all")!
    .items.filter((item) => item.readAt)
    .map((item) => item.id);

test("shows a read item as read at once, and counts it", () => {
  const state = after(start(), { type: "began", change: change("read", [three[0]!]) });
  expect(readIds(state)).toEqual(["ntf_3", "ntf_1"]);
  expect(viewOf(state, "all")).toMatchObject({ unread: 1, tabs: { all: 1, apps: 0 } });
});

test("rolls back what the server refused", () => {
  const state = after(start(), { type: "began", change: change("archive", [three[1]!]) }, { type: "refused", key: 1 });
  expect(viewOf(state, "all")).toEqual(feed(three, 2));
});

test("does not count an item twice that is read and then archived", () => {
  const state = after(
    start(),
    { type: "began", change: change("read", [three[0]!], 1) },
    { type: "began", change: change("archive", [three[0]!], 2) },
  );
  expect(viewOf(state, "all")!.unread).toBe(1);
});

test("marks all as read only up to what was there", () => {
  const newer = feed([feedItem(4), ...three], 3);
  const state = after(
    start(),
    { type: "began", change: { key: 1, at, kind: "readAll", upTo: "3" } },
    { type: "loaded", tab: "all", feed: newer, askedIn: 0 },
  );
  expect(readIds(state)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
  expect(viewOf(state, "all")!.unread).toBe(1);
});

test("undoes mark all as read for items it does not show, too", () => {
  const state = after(bellState(feed([feedItem(3, { readAt: at })], 0)), {
    type: "began",
    change: { key: 1, at, kind: "unreadAll", ids: ["ntf_3", "ntf_older"] },
  });
  expect(readIds(state)).toEqual([]);
  expect(viewOf(state, "all")!.unread).toBe(2);
});

test("an archived item comes back to its own place", () => {
  const state = after(start(), { type: "began", change: change("archive", [three[1]!]) }, { type: "settled", key: 1 });
  const without = after(state, { type: "loaded", tab: "all", feed: feed([three[0]!, three[2]!], 1), askedIn: 1 });
  const back = after(without, { type: "began", change: change("restore", [three[1]!], 2) });
  expect(viewOf(back, "all")!.items.map((item) => item.id)).toEqual(["ntf_3", "ntf_2", "ntf_1"]);
  expect(viewOf(back, "all")!.unread).toBe(2);
});

test("a feed asked for before the change was taken does not bring the old state back", () => {
  const settled = after(start(), { type: "began", change: change("read", [three[0]!]) }, { type: "settled", key: 1 });
  const stale = after(settled, { type: "loaded", tab: "all", feed: feed(three, 2), askedIn: 0 });
  expect(readIds(stale)).toContain("ntf_3");
  const asked = after(stale, { type: "loaded", tab: "all", feed: feed(three, 2), askedIn: 1 });
  expect(readIds(asked)).not.toContain("ntf_3");
});

test("the newest answer counts for every tab", () => {
  const apps = { ...feed([three[0]!], 7), tabs: { all: 7, downloads: 0, apps: 4 } };
  const state = after(start(), { type: "loaded", tab: "apps", feed: apps, askedIn: 0 });
  expect(viewOf(state, "all")!.unread).toBe(7);
  expect(viewOf(state, "apps")!.items).toHaveLength(1);
});

test("more than 999 stays so until everything is read", () => {
  const many = bellState(feed(three, 1000));
  expect(viewOf(after(many, { type: "began", change: change("read", [three[0]!]) }), "all")!.unread).toBe(1000);
  const all = after(many, { type: "began", change: { key: 1, at, kind: "readAll", upTo: "3" } });
  expect(viewOf(all, "all")!.unread).toBe(0);
});

test("takes what another part of the page did, without asking", () => {
  const state = after(start(), { type: "took", change: change("read", [three[0]!]) });
  expect(readIds(state)).toContain("ntf_3");
  expect(state.changes).toEqual([]);
});

test("keeps the items when asking again failed", () => {
  const state = after(start(), { type: "failed", tab: "all", detail: "No answer." });
  expect(viewOf(state, "all")!.items).toHaveLength(3);
  expect(state.failures.all).toBe("No answer.");
  expect(after(state, { type: "loaded", tab: "all", feed: null, askedIn: 0 }).failures).toEqual({});
});

test("appends older items once", () => {
  const state = after(start(), { type: "appended", items: [three[2]!, feedItem(0)] });
  expect(viewOf(state, "all")!.items.map((item) => item.id)).toEqual(["ntf_3", "ntf_2", "ntf_1", "ntf_0"]);
});

test("puts what arrives before the list, and renews what is listed", () => {
  const renewed = { ...three[1]!, readAt: at };
  const state = after(start(), {
    type: "arrived",
    items: [feedItem(4), three[0]!, renewed, three[2]!],
    isWanted: () => true,
  });
  expect(viewOf(state, "all")!.items.map(({ id }) => id)).toEqual(["ntf_4", "ntf_3", "ntf_2", "ntf_1"]);
  expect(readIds(state)).toEqual(["ntf_2", "ntf_1"]);
});

test("leaves older items that arrive to the pages that will list them", () => {
  const state = after(start(), { type: "arrived", items: [feedItem(0)], isWanted: () => true });
  expect(viewOf(state, "all")!.items).toHaveLength(3);
});

test("keeps each tab's own newest position, by which all are marked as read (U8)", () => {
  const none: BellFeed = { items: [], unread: 2, position: null };
  const state = after(start(), { type: "loaded", tab: "downloads", feed: none, askedIn: 0 });
  expect(viewOf(state, "all")!.position).toBe("3");
});

test("does not count what only pops up, read or unread (R25)", () => {
  const beside = feedItem(4, { inBell: false, popup: true });
  const state = bellState(feed([beside, ...three], 2));
  const read = after(state, { type: "began", change: change("read", [beside]) });
  expect(readIds(read)).toContain("ntf_4");
  expect(viewOf(read, "all")!.unread).toBe(2);
  const gone = after(state, { type: "began", change: change("archive", [beside]) });
  expect(viewOf(gone, "all")).toMatchObject({ unread: 2, items: three });
});

test("silences every item of a topic at once, and no other (R24)", () => {
  const other = feedItem(4, { topic: "tickets.assigned" });
  const muted: Change = { key: 1, at, kind: "sound", topic: "deals.assigned", sound: "none" };
  const state = after(bellState(feed([other, ...three], 3)), { type: "began", change: muted });
  expect(viewOf(state, "all")!.items.map(({ sound }) => sound)).toEqual(["chime", "none", "none", "none"]);
  expect(viewOf(state, "all")!.unread).toBe(3);
});

test("takes something out of the list that shows it no more, and brings it back (U7)", () => {
  const asleep = feedItem(2, { snoozedUntil: "2026-11-22T08:00:00Z" });
  const away = feedItem(1, { archivedAt: at });
  const left = (show: "snoozed" | "archived", kind: "wake" | "restore" | "read", item: FeedItem) => {
    const change = { key: 1, at, kind, items: [item] } as Change;
    return viewOf(after(bellState(feed([asleep, away], 0), show), { type: "began", change }), "all")?.items.length;
  };
  expect(left("snoozed", "wake", asleep)).toBe(1);
  expect(left("archived", "restore", away)).toBe(1);
  expect(left("archived", "read", away)).toBe(2);

  const woken = after(bellState(feed([], 0), "snoozed"), {
    type: "took",
    change: { key: 2, at, kind: "snooze", items: [feedItem(2)], until: "2026-11-23T08:00:00Z" },
  });
  expect(viewOf(woken, "all")?.items).toMatchObject([{ id: "ntf_2", snoozedUntil: "2026-11-23T08:00:00Z" }]);
});

test("hears the same again without a new state, so that nothing is drawn anew (U4)", () => {
  const state = start();
  const same = three.map((item) => ({ ...item }));
  expect(after(state, { type: "arrived", items: same, isWanted: () => true })).toBe(state);
  const asked = after(state, { type: "loaded", tab: "all", feed: feed(same, 2), askedIn: 0 });
  expect(viewOf(asked, "all")!.items.every((item, at) => item === three[at])).toBe(true);
});
