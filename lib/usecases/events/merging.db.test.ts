import { afterAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { mergeMembers, mergeWindows } from "@/db/schema/merging";
import { newId } from "@/lib/ids";
import { deleteUser } from "../directory/delete-user";
import { listNotifications } from "../inbox/list-notifications";
import { changeMyPreferences } from "../preferences/change-my-preferences";
import { startWorkspace } from "../testing";
import { cancelEvent } from "./cancel-event";
import type { Changed } from "./changed";
import { closeDueWindows } from "./close-due-windows";
import { getEvent } from "./get-event";
import { publishBatch } from "./publish-batch";
import { publishEvent } from "./publish-event";

const MINUTE = 60_000;
const opened: Awaited<ReturnType<typeof startWorkspace>>[] = [];
let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeEach(async () => {
  here = await startWorkspace();
  opened.push(here);
  here.merge(300);
  await here.addUsers(["ada", "grace", "bo"]);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

/** A deal that Grace assigned to somebody. */
const assigned = (n: number, user = "ada", more: object = {}) => ({
  topic: "deals.assigned",
  recipients: [{ user, as: "assignee" }],
  actor: { user: "grace" },
  subject: { type: "deal", id: String(n), title: `Deal ${n}`, url: `https://crm.example/deals/${n}` },
  ...more,
});

async function post(event: Parameters<typeof here.publish>[0]): Promise<string> {
  const id = await here.publish(event);
  await here.decide();
  return id;
}

async function pass(ms: number): Promise<Changed[]> {
  here.pass(ms);
  return here.decide();
}

async function told(user = "ada") {
  const input = { user, tab: "all" as const, unread: false, limit: 50, cursor: undefined };
  return (await listNotifications.run(here.asApp(), input)).data;
}

async function ends(id: string) {
  const { status, decisions } = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  const bells = decisions.map(({ user, notification_id, channels }) => {
    const { outcome, reason } = channels.find(({ channel }) => channel === "bell")!;
    return `${user} ${outcome} ${reason} ${notification_id === null ? "-" : "told"}`;
  });
  return [status, ...bells];
}

test("A15: at 0:00 and 4:59 one shared deadline, at 5:01 the next window: two notifications in all (R77, R78)", async () => {
  const first = await post(assigned(1));
  expect(await ends(first)).toEqual(["merging", "ada pending delayed -"]);
  await pass(4 * MINUTE + 59_000);
  const second = await post(assigned(2));
  expect(await told()).toEqual([]);
  await pass(1000);
  expect(await told()).toMatchObject([{ title: "You were assigned 2 deals", count: 2, read_at: null }]);
  await pass(1000);
  const third = await post(assigned(3));
  expect(await ends(third)).toEqual(["merging", "ada pending delayed -"]);
  await pass(4 * MINUTE + 59_000);
  expect(await told()).toHaveLength(1);
  await pass(1000);
  expect((await told()).map(({ title }) => title)).toEqual(["grace assigned you Deal 3", "You were assigned 2 deals"]);
  expect(await ends(first)).toEqual(["processed", "ada merged merged told"]);
  expect(await ends(second)).toEqual(["processed", "ada sent delivered told"]);
  expect(await ends(third)).toEqual(["processed", "ada sent delivered told"]);
});

test.each([
  ["5:00", 1000],
  ["5:01", 2000],
])("A15: at %s the next window begins, even when no worker ran in between", async (_, ms) => {
  await here.publish(assigned(1));
  here.pass(4 * MINUTE + 59_000);
  await here.publish(assigned(2));
  await here.decide();
  here.pass(ms);
  const late = await post(assigned(3));
  expect(await told()).toMatchObject([{ title: "You were assigned 2 deals" }]);
  expect(await ends(late)).toEqual(["merging", "ada pending delayed -"]);
});

test("R79: assigned at 0:00 and taken back at 3:00: nothing goes out, and the decision says so", async () => {
  const id = await post(assigned(1));
  await pass(3 * MINUTE);
  expect(await cancelEvent.run(here.asApp(), { id })).toEqual({ id, status: "cancelled" });
  expect(await ends(id)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
  expect(await pass(10 * MINUTE)).toEqual([]);
  expect(await told()).toEqual([]);
  expect(await here.db.read.select().from(mergeWindows)).toEqual([]);
  await cancelEvent.run(here.asApp(), { id });
});

test("R79: what moves on to somebody else inside the window is told to them alone", async () => {
  const [kept, first] = [await post(assigned(1)), await post(assigned(2))];
  await pass(MINUTE);
  const second = await post(assigned(2, "bo", { data: { replaces: first } }));
  await pass(10 * MINUTE);
  expect((await told()).map(({ title }) => title)).toEqual(["grace assigned you Deal 1"]);
  expect((await told("bo")).map(({ title }) => title)).toEqual(["grace assigned you Deal 2"]);
  expect(await ends(first)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
  expect(await ends(kept)).toEqual(["processed", "ada sent delivered told"]);
  expect(await ends(second)).toEqual(["processed", "bo sent delivered told"]);
});

test("R79: two in one batch, the later in place of the earlier", async () => {
  const { ids } = (await publishBatch.run(
    here.asApp(),
    publishBatch.input.parse({ events: [assigned(1), assigned(2)] }),
  )) as {
    ids: string[];
  };
  await here.publish(assigned(2, "bo", { data: { replaces: ids[1] } }));
  await here.decide();
  await pass(5 * MINUTE);
  expect(await told()).toMatchObject([{ title: "grace assigned you Deal 1", count: 1 }]);
  expect(await told("bo")).toHaveLength(1);
});

test("R79, F28: what replaces an event does so by whichever clock it was named: ids are no order", async () => {
  const first = await post(assigned(1));
  const behind = { ...here.asApp(), newId: () => "evt_01000000-0000-7000-8000-000000000000" };
  await publishEvent.run(behind, publishEvent.input.parse(assigned(1, "bo", { data: { replaces: first } })));
  await here.decide();
  await pass(5 * MINUTE);
  expect(await told()).toEqual([]);
  expect(await told("bo")).toHaveLength(1);
  expect(await ends(first)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
});

test("cancels what is scheduled; 409 once it was told, 404 for what is not there", async () => {
  const id = await post({ ...assigned(1), topic: "deals.stage_changed", deliver_at: "2026-12-01T09:00:00Z" });
  await cancelEvent.run(here.asApp(), { id });
  expect(await ends(id)).toEqual(["cancelled"]);
  await pass(30 * 1440 * MINUTE);
  expect(await told()).toEqual([]);
  const at = await post(assigned(2));
  await pass(5 * MINUTE);
  await expect(cancelEvent.run(here.asApp(), { id: at })).rejects.toMatchObject({ code: "conflict" });
  expect(await told()).toHaveLength(1);
  await expect(cancelEvent.run(here.asApp(), { id: "evt_none" })).rejects.toMatchObject({ code: "not_found" });
});

test("merges by person and topic, and names who did it only where one did all", async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await here.publish(assigned(n));
  await here.publish(assigned(8, "ada", { actor: { name: "Zoe" }, topic: "tickets.assigned" }));
  await here.publish(assigned(9, "ada", { topic: "tickets.assigned" }));
  await here.publish(assigned(10, "bo"));
  await here.decide();
  const changed = await pass(5 * MINUTE);
  expect(changed.map(({ userId }) => userId).sort()).toEqual(["ada", "bo"]);
  expect(await told("bo")).toMatchObject([
    { title: "grace assigned you Deal 10", url: "https://crm.example/deals/10" },
  ]);
  const [tickets, deals] = (await told()).sort((a, b) => a.count - b.count);
  expect(deals).toMatchObject({
    title: "You were assigned 7 deals",
    body: "Deal 7, Deal 6, Deal 5, Deal 4, Deal 3 and 2 more",
    url: null,
    subject: null,
    actor: { user: "grace" },
    count: 7,
  });
  expect(tickets).toMatchObject({ title: "You were assigned 2 tickets", actor: null });
});

test("looks once more when the window closes: switched off meanwhile, nothing goes out", async () => {
  const id = await post(assigned(1));
  const off = { enabled: false };
  const topics = { "deals.assigned": { desktop: off, email: off, mobile: off, apps: off } };
  await changeMyPreferences.run(here.asUser("ada"), changeMyPreferences.input.parse({ topics }));
  await pass(5 * MINUTE);
  expect(await told()).toEqual([]);
  expect(await ends(id)).toEqual(["processed", "ada suppressed preference_off -"]);
});

test("what does not concern the person never opens a window", async () => {
  const own = await post(assigned(1, "grace"));
  expect(await ends(own)).toEqual(["processed", "grace suppressed own_action -"]);
  expect(await here.db.read.select().from(mergeMembers)).toEqual([]);
});

test("an event for many waits until the last of its windows closed; half of it may still be taken back", async () => {
  await post(assigned(1));
  await pass(3 * MINUTE);
  const recipients = [
    { user: "ada", as: "assignee" },
    { user: "bo", as: "assignee" },
  ];
  const both = await post({ ...assigned(2), recipients });
  await pass(2 * MINUTE);
  expect(await ends(both)).toEqual(["merging", "ada sent delivered told", "bo pending delayed -"]);
  await cancelEvent.run(here.asApp(), { id: both });
  await pass(10 * MINUTE);
  expect(await ends(both)).toEqual(["cancelled", "ada sent delivered told", "bo cancelled withdrawn -"]);
  expect(await told("bo")).toEqual([]);
});

test("of one update_key only the newest counts, and what came before is changed in place", async () => {
  const key = { update_key: "deal-1" };
  await here.publish(assigned(1, "ada", key));
  await here.publish(assigned(2, "ada", key));
  await here.decide();
  await pass(5 * MINUTE);
  expect(await told()).toMatchObject([{ title: "grace assigned you Deal 2", count: 1 }]);
  await post(assigned(3, "ada", key));
  await pass(5 * MINUTE);
  expect(await told()).toMatchObject([{ title: "grace assigned you Deal 3", count: 1 }]);
});

test("an audience of thousands: each has a window, and all are closed", { timeout: 60_000 }, async () => {
  const members = Array.from({ length: 2300 }, (_, n) => ({ user: `member-${n}` }));
  await here.addUsers(members.map(({ user }) => user));
  await here.addGroup("all", members);
  const id = await post({ ...assigned(1), recipients: [{ group: "all", as: "assignee" }] });
  expect((await ends(id))[0]).toBe("merging");
  expect(new Set((await pass(5 * MINUTE)).map(({ userId }) => userId)).size).toBe(2300);
  expect((await ends(id))[0]).toBe("processed");
  expect(await here.db.read.select().from(mergeWindows)).toEqual([]);
});

test("a person who is erased leaves no event waiting", async () => {
  const id = await post(assigned(1));
  await deleteUser.run(here.asApp(), { id: "ada" });
  expect(await ends(id)).toEqual(["processed"]);
});

test("F28: a clock set back delays what waits by no more than the jump, and loses nothing", async () => {
  await post(assigned(1));
  await pass(-60 * MINUTE);
  await post(assigned(2));
  expect(await told()).toEqual([]);
  await pass(65 * MINUTE);
  expect(await told()).toMatchObject([{ title: "You were assigned 2 deals" }]);
});

test("F11: four workers close the same windows: each person is told once", { timeout: 60_000 }, async () => {
  const people = Array.from({ length: 40 }, (_, n) => `person-${n}`);
  await here.addUsers(people);
  for (const user of people) await Promise.all([1, 2, 3].map((n) => here.publish(assigned(n, user))));
  await here.decide();
  here.pass(5 * MINUTE);
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(here.url)));
  const faults: unknown[] = [];
  const heard: Changed[] = [];
  const options = {
    now: here.asApp().now,
    newId,
    activeWindowSeconds: 60,
    mergeWindowSeconds: 300,
    onFault: (_: string, error: unknown) => faults.push(error),
  };
  await Promise.all(databases.map((db) => closeDueWindows(db, options, (changed) => heard.push(...changed))));
  await here.decide();
  await Promise.all(databases.map((db) => db.close()));
  expect(faults).toEqual([]);
  expect(heard.map(({ userId }) => userId).sort()).toEqual([...people].sort());
  for (const user of people) expect(await told(user)).toMatchObject([{ count: 3 }]);
});

test("R83: a reminder comes on a multiple of five minutes", async () => {
  here.pass(61_000);
  const id = await here.publish({ topic: "tasks.due", recipients: [{ user: "ada", as: "assignee" }] });
  const event = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  expect(event).toMatchObject({ status: "scheduled", due_at: "2026-11-21T12:05:00.000Z" });
  await pass(4 * MINUTE - 1001);
  expect(await told()).toEqual([]);
  await pass(1);
  expect(await told()).toHaveLength(1);
});
