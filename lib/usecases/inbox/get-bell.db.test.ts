import { afterAll, beforeAll, expect, test } from "vitest";
import { insertNotifications } from "@/db/queries/notifications";
import { userChannelPreferences, userSettings, userTopicSounds } from "@/db/schema/preferences";
import type { Channel } from "@/lib/core/channel";
import { changeMySchedule } from "../schedule/change-my-schedule";
import { startWorkspace } from "../testing";
import { getBell } from "./get-bell";
import { recordActivity } from "./record-activity";
import { recordOpen } from "./record-open";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

/** Somebody active in the app, who switched `channel` off after a first notification. */
async function person(id: string, off: Channel) {
  await here.addUser(id);
  const isThere = () => recordActivity.run(here.asUser(id), {});
  const post = async (title: string) => {
    await isThere();
    await here.publish({ topic: "deals.assigned", recipients: [{ user: id, as: "assignee" }], title });
    await here.decide();
  };
  const bell = async () => {
    const feed = await getBell.run(here.asUser(id), { tab: "all" });
    return { ...feed, titles: feed.items.map(({ title }) => title) };
  };
  await post("first");
  const { workspaceId } = here;
  const updatedAt = here.asUser(id).now;
  await here.db.transact((tx) =>
    tx.insertMany(userChannelPreferences, [{ workspaceId, userId: id, channel: off, enabled: false, updatedAt }]),
  );
  return { post, bell };
}

test("brings what pops up though the bell is off, for a moment, and does not count it (R25)", async () => {
  const { post, bell } = await person("popups-only", "bell");
  await post("second");
  const { items, titles, unread } = await bell();
  expect(titles).toEqual(["second", "first"]);
  expect(items[0]).toMatchObject({ inBell: false, popup: true });
  expect(items[1]).toMatchObject({ inBell: true });
  expect(unread).toBe(1);

  here.pass(6 * 60_000);
  expect((await bell()).titles).toEqual(["first"]);
});

test("rings without a pop-up where that is off (R25)", async () => {
  const { post, bell } = await person("bell-only", "popup");
  await post("second");
  const { items, unread } = await bell();
  expect(items[0]).toMatchObject({ title: "second", inBell: true, popup: false });
  expect(unread).toBe(2);
});

test("brings what a browser shows to who is elsewhere, as long as a tab says that it is open (R26)", async () => {
  const id = "elsewhere";
  await here.addUser(id);
  const posted = { topic: "deals.assigned", recipients: [{ user: id, as: "assignee" }] };
  const outcome = async () => (await here.outcomes(posted)).get(id)?.browser;
  const newest = async () => (await getBell.run(here.asUser(id), { tab: "all" })).items[0];
  expect(await outcome()).toBe("not_in_app");
  await recordActivity.run(here.asUser(id), {});
  expect(await outcome()).toBe("active_in_app");
  here.pass(120_000);
  expect(await outcome()).toBe("delivered");
  expect(await newest()).toMatchObject({ browser: true, popup: false, inBell: true });
  here.pass(60_000);
  expect(await outcome()).toBe("not_in_app");
  expect(await newest()).toMatchObject({ browser: false });
  await recordOpen.run(here.asUser(id), {});
  expect(await outcome()).toBe("delivered");
});

test("says whether the tab's icon may show a red dot (R9)", async () => {
  const { workspaceId, db } = here;
  const { bell } = await person("dotted", "email");
  expect((await bell()).redDot).toBe(true);
  const row = { workspaceId, userId: "dotted", redDot: false, updatedAt: here.asApp().now };
  await db.transact((tx) => tx.insertMany(userSettings, [row]));
  expect((await bell()).redDot).toBe(false);
});

test("says what holds back all outside the bell, and until when (U16)", async () => {
  const { bell } = await person("on-leave", "email");
  expect((await bell()).hold).toBeNull();
  const ctx = here.asUser("on-leave");
  const until = new Date(ctx.now.getTime() + 3_600_000).toISOString();
  await changeMySchedule.run(ctx, { pausedUntil: until });
  expect((await bell()).hold).toEqual({ until, reason: "paused" });
  here.pass(3_600_000);
  expect((await bell()).hold).toBeNull();
});

test("keeps its 50 beside any number of pop-ups (R5)", async () => {
  const id = "crowded";
  await here.addUser(id);
  for (let index = 0; index < 52; index++)
    await here.publish({ topic: "deals.assigned", recipients: [{ user: id, as: "assignee" }], title: `${index}` });
  await here.decide();
  const { post, bell } = await person(id, "bell");
  for (const title of ["a", "b", "c"]) await post(title);
  const { items } = await bell();
  expect(items.filter(({ inBell }) => inBell)).toHaveLength(50);
  expect(items.slice(0, 3).map(({ title }) => title)).toEqual(["c", "b", "a"]);
});

test("says with each item what it sounds like (R21, R22)", async () => {
  const { workspaceId, db } = here;
  const { post, bell } = await person("listener", "email");
  expect((await bell()).items[0]!.sound).toBe("chime");
  const updatedAt = here.asApp().now;
  const mine = { workspaceId, userId: "listener", updatedAt };
  await db.transact((tx) => tx.insertMany(userSettings, [{ ...mine, sound: "knock" }]));
  expect((await bell()).items[0]!.sound).toBe("knock");
  await db.transact((tx) => tx.insertMany(userTopicSounds, [{ ...mine, topic: "deals.assigned", sound: "none" }]));
  await post("second");
  expect((await bell()).items.map(({ sound }) => sound)).toEqual(["none", "none"]);
});

test("counts what was snoozed and is awake again, and stops at 1000 however the rest is divided (A16)", async () => {
  await here.addUser("buried");
  const { workspaceId } = here;
  const { now } = here.asUser("buried");
  const hour = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const unread = async () => (await getBell.run(here.asUser("buried"), { tab: "all" })).unread;
  const put = (prefix: string, count: number, snoozedUntil: Date | null) => {
    const common = { workspaceId, userId: "buried", topic: "deals.assigned", title: "A deal", body: "", snoozedUntil };
    const times = { createdAt: now, updatedAt: now };
    const rows = Array.from({ length: count }, (_, n) => {
      const id = `ntf_${prefix}${String(n).padStart(4, "0")}`;
      return { id, position: id, eventId: "evt_1", count: 1, inBell: true, popup: false, ...common, ...times };
    });
    return here.db.transact((tx) => insertNotifications(tx, rows));
  };
  await put("plain", 900, null);
  await put("awake", 90, hour(-1));
  await put("asleep", 90, hour(1));
  expect(await unread()).toBe(990);
  await put("late", 20, hour(-2));
  expect(await unread()).toBe(1000);
  await put("more", 100, null);
  expect(await unread()).toBe(1000);
});
