import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliveries";
import { broadcastsIn } from "../broadcasts/testing";
import { getEvent } from "../events/get-event";
import { getBell } from "../inbox/get-bell";
import { recordActivity } from "../inbox/record-activity";
import { startWorkspace } from "../testing";
import { changeMySchedule } from "./change-my-schedule";
import { readMySchedule } from "./read-my-schedule";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers(["ada", "bo"]);
});
afterAll(() => here.close());

const change = (wish: object, user = "ada") =>
  changeMySchedule.run(here.asUser(user), changeMySchedule.input.parse(wish));
const read = (user = "ada") => readMySchedule.run(here.asUser(user), {});

test("begins as Belfry ships, and keeps what a change does not name", async () => {
  expect(await read()).toMatchObject({ email: { kind: "at_once" }, pausedUntil: null, hold: null, zone: "UTC" });
  const daily = { kind: "daily", at: "08:00" };
  expect(await change({ email: daily })).toMatchObject({ email: daily, pausedUntil: null });
  const until = "2026-11-21T13:00:00.000Z";
  expect(await change({ pausedUntil: until })).toMatchObject({ email: daily, hold: { until, reason: "paused" } });
  expect(await change({ email: null })).toMatchObject({ email: { kind: "at_once" }, pausedUntil: until });
  expect(await read("bo")).toMatchObject({ pausedUntil: null, hold: null });
});

test("refuses quiet hours that leave no time, and times that are none", () => {
  const always = Array(7).fill({ from: "09:00", to: "09:00" });
  expect(changeMySchedule.input.safeParse({ quietHours: always }).success).toBe(false);
  for (const at of ["8:00", "24:00", "08:60", ""])
    expect(changeMySchedule.input.safeParse({ email: { kind: "daily", at } }).success).toBe(false);
});

test("while a pause is on nothing pops up, and the bell goes on; afterwards all is as before", async () => {
  await recordActivity.run(here.asUser("ada"), {});
  const posted = { topic: "deals.stage_changed", recipients: [{ user: "ada", as: "owner" }] };
  expect((await here.outcomes(posted)).get("ada")).toMatchObject({ bell: "delivered", popup: "paused" });
  expect(await getBell.run(here.asUser("ada"), { tab: "all" })).toMatchObject({ unread: 1, items: [{ popup: false }] });
  const critical = { topic: "logins.risky", recipients: [{ user: "ada", as: "self" }] };
  expect((await here.outcomes(critical)).get("ada")).toMatchObject({ bell: "delivered", popup: "delivered" });
  expect(await change({ pausedUntil: null })).toMatchObject({ hold: null });
  expect((await here.outcomes(posted)).get("ada")).toMatchObject({ popup: "delivered" });
});

test("F30: what a pause holds leaves when it ends, and at once when the person resumes", async () => {
  const mails = async () => {
    const rows = await here.db.read.select().from(deliveries).where(eq(deliveries.userId, "bo"));
    return rows.map(({ channel, state, dueAt }) => `${channel} ${state} ${dueAt.toISOString()}`);
  };
  await change({ pausedUntil: "2026-11-23T07:00:00Z" }, "bo");
  const id = await here.publish({ topic: "deals.assigned", recipients: [{ user: "bo", as: "assignee" }] });
  await here.decide();
  const email = async () => {
    const { decisions } = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
    return decisions[0]!.channels.find(({ channel }) => channel === "email");
  };
  expect(await mails()).toEqual(["email pending 2026-11-23T07:00:00.000Z"]);
  expect(await email()).toMatchObject({ outcome: "held", reason: "paused" });
  await change({ email: { kind: "unread_after", minutes: 10 }, pausedUntil: null }, "bo");
  expect(await mails()).toEqual(["email pending 2026-11-21T12:10:00.000Z"]);
  expect(await email()).toMatchObject({ outcome: "held", reason: "delayed" });
  await change({ email: null }, "bo");
  expect(await mails()).toEqual(["email pending 2026-11-21T12:00:00.000Z"]);
  expect(await email()).toMatchObject({ outcome: "pending", reason: "queued" });
});

test("a critical broadcast that is still in the queue waits for no pause", async () => {
  const broadcasts = broadcastsIn(here);
  const [kim] = await broadcasts.people("kim");
  await broadcasts.create({ urgency: "critical" });
  await here.decide();
  await change({ pausedUntil: "2026-12-01T12:00:00.000Z" }, kim);
  const [mail] = await here.db.read.select().from(deliveries).where(eq(deliveries.userId, kim));
  expect(mail).toMatchObject({ channel: "email", reason: "queued", dueAt: here.asApp().now });
});

test("quiet hours are meant in the person's own zone", async () => {
  await here.addUser("zoe", { time_zone: "Asia/Kolkata" });
  const night = Array(7).fill({ from: "17:00", to: "18:00" });
  await change({ quietHours: night }, "zoe");
  await recordActivity.run(here.asUser("zoe"), {});
  const posted = { topic: "deals.stage_changed", recipients: [{ user: "zoe", as: "owner" }] };
  // 12:00 in UTC is 17:30 there.
  expect((await here.outcomes(posted)).get("zoe")).toMatchObject({ bell: "delivered", popup: "quiet_hours" });
});

test("F30: who moves to another zone has what waits leave by the clocks there", async () => {
  await here.addUser("yuki", { time_zone: "Asia/Tokyo" });
  const digest = { email: { kind: "daily", at: "08:00" } };
  await changeMySchedule.run(inZone("Asia/Tokyo"), changeMySchedule.input.parse(digest));
  await here.publish({ topic: "deals.assigned", recipients: [{ user: "yuki", as: "assignee" }] });
  await here.decide();
  const due = async () => {
    const rows = await here.db.read.select().from(deliveries).where(eq(deliveries.userId, "yuki"));
    return rows.map(({ dueAt, reason }) => `${reason} ${dueAt.toISOString()}`);
  };
  // It is 21:00 in Tokyo.
  expect(await due()).toEqual(["in_digest 2026-11-21T23:00:00.000Z"]);
  await here.addUser("yuki", { time_zone: "America/Los_Angeles" });
  expect(await due()).toEqual(["in_digest 2026-11-21T16:00:00.000Z"]);
  await here.addUser("yuki", { time_zone: null });
  expect(await due()).toEqual(["in_digest 2026-11-22T08:00:00.000Z"]);

  function inZone(timeZone: string) {
    const { actor, ...rest } = here.asUser("yuki");
    return { ...rest, actor: { ...actor, timeZone } };
  }
});
