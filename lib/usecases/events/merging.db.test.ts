import { afterAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { mergeMembers, mergeWindows } from "@/db/schema/merging";
import { newId } from "@/lib/ids";
import { deleteUser } from "../directory/delete-user";
import { changeMyPreferences } from "../preferences/change-my-preferences";
import type { Changed } from "./changed";
import { closeDueWindows } from "./close-due-windows";
import { getEvent } from "./get-event";
import { assigned, MINUTE, startMerging } from "./testing";

const opened: Awaited<ReturnType<typeof startMerging>>[] = [];
let here: Awaited<ReturnType<typeof startMerging>>;

beforeEach(async () => {
  here = await startMerging();
  opened.push(here);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

test("A15: at 0:00 and 4:59 one shared deadline, at 5:01 the next window: two notifications in all (R77, R78)", async () => {
  const first = await here.post(assigned(1));
  expect(await here.ends(first)).toEqual(["merging", "ada pending delayed -"]);
  await here.later(4 * MINUTE + 59_000);
  const second = await here.post(assigned(2));
  expect(await here.told()).toEqual([]);
  await here.later(1000);
  expect(await here.told()).toMatchObject([{ title: "You were assigned 2 deals", count: 2, read_at: null }]);
  await here.later(1000);
  const third = await here.post(assigned(3));
  expect(await here.ends(third)).toEqual(["merging", "ada pending delayed -"]);
  await here.later(4 * MINUTE + 59_000);
  expect(await here.told()).toHaveLength(1);
  await here.later(1000);
  expect((await here.told()).map(({ title }) => title)).toEqual([
    "grace assigned you Deal 3",
    "You were assigned 2 deals",
  ]);
  expect(await here.ends(first)).toEqual(["processed", "ada merged merged told"]);
  expect(await here.ends(second)).toEqual(["processed", "ada sent delivered told"]);
  expect(await here.ends(third)).toEqual(["processed", "ada sent delivered told"]);
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
  const late = await here.post(assigned(3));
  expect(await here.told()).toMatchObject([{ title: "You were assigned 2 deals" }]);
  expect(await here.ends(late)).toEqual(["merging", "ada pending delayed -"]);
});

test("merges by person and topic, and names who did it only where one did all", async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await here.publish(assigned(n));
  await here.publish(assigned(8, "ada", { actor: { name: "Zoe" }, topic: "tickets.assigned" }));
  await here.publish(assigned(9, "ada", { topic: "tickets.assigned" }));
  await here.publish(assigned(10, "bo"));
  await here.decide();
  const changed = await here.later(5 * MINUTE);
  expect(changed.map(({ userId }) => userId).sort()).toEqual(["ada", "bo"]);
  expect(await here.told("bo")).toMatchObject([
    { title: "grace assigned you Deal 10", url: "https://crm.example/deals/10" },
  ]);
  const [tickets, deals] = (await here.told()).sort((a, b) => a.count - b.count);
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
  const id = await here.post(assigned(1));
  const off = { enabled: false };
  const topics = { "deals.assigned": { desktop: off, email: off, mobile: off, apps: off } };
  await changeMyPreferences.run(here.asUser("ada"), changeMyPreferences.input.parse({ topics }));
  await here.later(5 * MINUTE);
  expect(await here.told()).toEqual([]);
  expect(await here.ends(id)).toEqual(["processed", "ada suppressed preference_off -"]);
});

test("what does not concern the person never opens a window", async () => {
  const own = await here.post(assigned(1, "grace"));
  expect(await here.ends(own)).toEqual(["processed", "grace suppressed own_action -"]);
  expect(await here.db.read.select().from(mergeMembers)).toEqual([]);
});

test("of one update_key only the newest counts, and what came before is changed in place", async () => {
  const key = { update_key: "deal-1" };
  await here.publish(assigned(1, "ada", key));
  await here.publish(assigned(2, "ada", key));
  await here.decide();
  await here.later(5 * MINUTE);
  expect(await here.told()).toMatchObject([{ title: "grace assigned you Deal 2", count: 1 }]);
  await here.post(assigned(3, "ada", key));
  await here.later(5 * MINUTE);
  expect(await here.told()).toMatchObject([{ title: "grace assigned you Deal 3", count: 1 }]);
});

test("an audience of thousands: each has a window, and all are closed", { timeout: 60_000 }, async () => {
  const members = Array.from({ length: 2300 }, (_, n) => ({ user: `member-${n}` }));
  await here.addUsers(members.map(({ user }) => user));
  await here.addGroup("all", members);
  const id = await here.post({ ...assigned(1), recipients: [{ group: "all", as: "assignee" }] });
  expect((await here.ends(id))[0]).toBe("merging");
  expect(new Set((await here.later(5 * MINUTE)).map(({ userId }) => userId)).size).toBe(2300);
  expect((await here.ends(id))[0]).toBe("processed");
  expect(await here.db.read.select().from(mergeWindows)).toEqual([]);
});

test("a person who is erased leaves no event waiting", async () => {
  const id = await here.post(assigned(1));
  await deleteUser.run(here.asApp(), { id: "ada" });
  expect(await here.ends(id)).toEqual(["processed"]);
});

test("F28: a clock set back delays what waits by no more than the jump, and loses nothing", async () => {
  await here.post(assigned(1));
  await here.later(-60 * MINUTE);
  await here.post(assigned(2));
  expect(await here.told()).toEqual([]);
  await here.later(65 * MINUTE);
  expect(await here.told()).toMatchObject([{ title: "You were assigned 2 deals" }]);
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
  for (const user of people) expect(await here.told(user)).toMatchObject([{ count: 3 }]);
});

test("R83: a reminder comes on a multiple of five minutes", async () => {
  here.pass(61_000);
  const id = await here.publish({ topic: "tasks.due", recipients: [{ user: "ada", as: "assignee" }] });
  const event = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  expect(event).toMatchObject({ status: "scheduled", due_at: "2026-11-21T12:05:00.000Z" });
  await here.later(4 * MINUTE - 1001);
  expect(await here.told()).toEqual([]);
  await here.later(1);
  expect(await here.told()).toHaveLength(1);
});
