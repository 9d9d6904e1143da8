import { afterAll, beforeAll, expect, test } from "vitest";
import { findUntried } from "@/db/queries/deliveries";
import { changeNotification } from "../inbox/change-notification";
import { listNotifications } from "../inbox/list-notifications";
import { recordActivity } from "../inbox/record-activity";
import { changeMyPreferences } from "../preferences/change-my-preferences";
import { startWorkspace } from "../testing";
import { getEvent } from "./get-event";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
  await here.addUser("grace", { name: "Grace Hopper" });
  await here.addUser("bo");
  await here.addUser("gone", { active: false });
  await here.addGroup("sales", [{ user: "ada" }, { user: "grace", main: false }, { user: "bo" }]);
});
afterAll(() => here.close());

const deal = { type: "deal", id: "42", title: "ACME renewal", url: "https://crm.example/deals/42" };

async function notificationsOf(user: string) {
  return listNotifications.run(here.asApp(), { user, tab: "all", unread: false, limit: 50, cursor: undefined });
}

test("rings the bell of the person named, and of nobody else (R64)", async () => {
  const outcomes = await here.outcomes({
    topic: "deals.assigned",
    recipients: [{ user: "ada", as: "assignee" }],
    actor: { user: "grace" },
    subject: deal,
  });
  expect(outcomes.get("ada")).toMatchObject({ bell: "delivered", popup: "not_in_app", email: "queued" });
  expect([...outcomes.keys()]).toEqual(["ada"]);
  const { data, unread } = await notificationsOf("ada");
  expect(unread).toBe(1);
  expect(data[0]).toMatchObject({
    title: "Grace Hopper assigned you ACME renewal",
    url: deal.url,
    actor: { user: "grace", name: "Grace Hopper" },
    app: { name: "Fortnox" },
    read_at: null,
  });
  expect((await notificationsOf("bo")).data).toEqual([]);
});

test("does not tell the actor", async () => {
  const outcomes = await here.outcomes({
    topic: "deals.assigned",
    recipients: [{ user: "grace", as: "assignee" }],
    actor: { user: "grace" },
    subject: deal,
  });
  expect(outcomes.get("grace")).toMatchObject({ bell: "own_action", email: "own_action" });
});

test("tells every member of a group once, by each one's own relation (R74)", async () => {
  const outcomes = await here.outcomes({
    topic: "deals.stage_changed",
    recipients: [
      { group: "sales", as: "follower" },
      { user: "bo", as: "owner" },
    ],
    subject: deal,
  });
  expect([...outcomes.keys()]).toEqual(["ada", "bo", "grace"]);
  expect(outcomes.get("bo")).toMatchObject({ bell: "delivered" });
});

test("tells only main members of what is nobody's yet (R73)", async () => {
  for (const id of ["ada", "grace", "bo"]) await here.addUser(id, { permissions: ["inbox.opened"] });
  const outcomes = await here.outcomes({
    topic: "conversations.unassigned_created",
    recipients: [{ group: "sales", as: "team" }],
    subject: { type: "conversation", id: "1", title: "Invoice" },
  });
  expect(outcomes.get("ada")?.bell).toBe("delivered");
  expect(outcomes.get("grace")?.bell).toBe("not_in_audience");
});

test("leaves a reason for whoever is unknown or inactive", async () => {
  const outcomes = await here.outcomes({
    topic: "deals.stage_changed",
    recipients: [
      { user: "nobody", as: "owner" },
      { email: "who@example.com", as: "owner" },
      { group: "none", as: "owner" },
      { user: "gone", as: "owner" },
      { email: "Ada@example.com", as: "owner" },
    ],
    subject: deal,
  });
  expect(outcomes.get("nobody")?.bell).toBe("unknown_recipient");
  expect(outcomes.get("who@example.com")?.bell).toBe("unknown_recipient");
  expect(outcomes.get("group:none")?.bell).toBe("unknown_recipient");
  expect(outcomes.get("gone")?.bell).toBe("inactive_user");
  expect(outcomes.get("ada")?.bell).toBe("delivered");
});

test("shows a pop-up only to who is active, for as long as the window says (R15, A16)", async () => {
  const posted = { topic: "deals.stage_changed", recipients: [{ user: "bo", as: "owner" }], subject: deal };
  await recordActivity.run(here.asUser("bo"), {});
  here.pass(60_000);
  expect((await here.outcomes(posted)).get("bo")?.popup).toBe("delivered");
  here.pass(1);
  expect((await here.outcomes(posted)).get("bo")?.popup).toBe("not_in_app");
});

test("changes a notification in place by its update_key, and makes it unread again", async () => {
  const job = (progress: number, status: string) => ({
    topic: "apps.callback",
    recipients: [{ user: "ada", as: "creator" }],
    update_key: "import-77",
    data: { progress, status },
  });
  await here.outcomes(job(0.2, "running"));
  const [first] = (await notificationsOf("ada")).data;
  expect(first).toMatchObject({ status: "running", progress: 0.2, feed: "apps" });
  here.pass(1000);
  await here.publish(job(0.6, "running"));
  await here.publish(job(1, "success"));
  await here.decide();
  const { data } = await notificationsOf("ada");
  expect(data[0]).toMatchObject({ id: first!.id, status: "success", progress: 1, read_at: null });
  expect(data.filter((one) => one.topic === "apps.callback")).toHaveLength(1);
});

test("waits for deliver_at", async () => {
  const id = await here.publish({
    topic: "deals.stage_changed",
    recipients: [{ user: "ada", as: "owner" }],
    deliver_at: "2026-11-21T13:00:00Z",
  });
  await here.decide();
  const before = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  expect(before).toMatchObject({ status: "scheduled", decisions: [] });
  here.pass(3_600_000);
  await here.decide();
  const after = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  expect(after.status).toBe("processed");
  expect(after.decisions).toHaveLength(1);
});

test("decides an audience larger than one transaction in chunks, each person once", async () => {
  const members = Array.from({ length: 2500 }, (_, index) => ({ user: `member-${index}` }));
  await here.addUsers(members.map(({ user }) => user));
  await here.addGroup("everyone", [...members, { user: "ada" }]);
  const id = await here.publish({
    topic: "customers.created",
    recipients: [{ group: "everyone" }, { user: "member-17" }, { user: "grace" }],
  });
  const told = await here.decide();
  expect(told).toHaveLength(2502);
  expect(new Set(told.map((one) => one.userId)).size).toBe(2502);
  const event = await getEvent.run(here.asApp(), { id, limit: 100, cursor: undefined });
  expect(event.status).toBe("processed");
});

test("brings back by update_key what was put away, unread", async () => {
  const job = { topic: "apps.callback", recipients: [{ user: "bo", as: "creator" }], update_key: "sync-1" };
  await here.outcomes(job);
  const [first] = (await notificationsOf("bo")).data;
  await changeNotification.run(here.asApp(), { user: "bo", id: first!.id, read: true, archived: true });
  await here.outcomes({ ...job, data: { status: "failure" } });
  const found = (await notificationsOf("bo")).data.find(({ id }) => id === first!.id);
  expect(found).toMatchObject({ status: "failure", read_at: null, archived_at: null });
});

test("says merged of an event that a newer one with its key has overtaken", async () => {
  const job = (status: string, deliver_at?: string) => ({
    topic: "apps.callback",
    recipients: [{ user: "bo", as: "creator" }],
    update_key: "sync-2",
    data: { status },
    deliver_at,
  });
  const late = await here.publish(job("running", "2027-01-01T00:00:00Z"));
  await here.outcomes(job("success"));
  here.pass(60 * 86_400_000);
  await here.decide();
  const { decisions } = await getEvent.run(here.asApp(), { id: late, limit: 50, cursor: undefined });
  const bell = decisions[0]!.channels.find(({ channel }) => channel === "bell");
  expect(bell).toMatchObject({ outcome: "merged", reason: "merged" });
  expect((await notificationsOf("bo")).data[0]).toMatchObject({ status: "success" });
});

test("keeps apart an unknown address and a person who has it for an id", async () => {
  await here.addUser("eve@example.com", { email: "eve@elsewhere.example" });
  const outcomes = await here.outcomes({
    topic: "deals.stage_changed",
    recipients: [
      { user: "eve@example.com", as: "owner" },
      { email: "eve@example.com", as: "owner" },
    ],
  });
  expect(outcomes.get("eve@example.com")?.bell).toBe("delivered");
  expect(outcomes.get("email:eve@example.com")?.bell).toBe("unknown_recipient");
});

test("queues one mail with the notification, and what changes it before that goes out goes with it", async () => {
  const job = (status: string) => ({
    topic: "apps.callback",
    recipients: [{ user: "bo", as: "creator" }],
    update_key: "sync-3",
    data: { status },
  });
  await changeMyPreferences.run(here.asUser("bo"), { topics: { "apps.callback": { email: { enabled: true } } } });
  expect((await here.outcomes(job("running"))).get("bo")).toMatchObject({ bell: "delivered", email: "queued" });
  expect((await here.outcomes(job("success"))).get("bo")).toMatchObject({ bell: "delivered", email: "merged" });
  const [notification] = (await notificationsOf("bo")).data;
  const waiting = await here.db.transact((tx) => findUntried(tx, [notification!.id]));
  expect(waiting).toMatchObject([{ userId: "bo", channel: "email", lane: "email", state: "pending" }]);
});
