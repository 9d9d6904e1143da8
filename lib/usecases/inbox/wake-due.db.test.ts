import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import type { Changed } from "../events/changed";
import { startWorkspace } from "../testing";
import { getBell } from "./get-bell";
import { listInbox } from "./list-inbox";
import { setArchived, setRead, setSnoozed } from "./set-state";
import { wakeDue } from "./wake-due";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

async function wake(): Promise<Changed[]> {
  const told: Changed[] = [];
  await wakeDue(here.db, { now: here.asApp().now, newId }, (changed) => void told.push(...changed));
  return told;
}

test("what was snoozed comes back on top, unread, and its tabs are told", async () => {
  await here.addUser("ada");
  for (const title of ["Old", "New"])
    await here.publish({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }], title });
  await here.decide();
  const list = async () => (await listInbox.run(here.asUser("ada"), listInbox.input.parse({}))).items;
  const old = (await list())[1]!;
  const until = new Date(here.asApp().now.getTime() + 3_600_000).toISOString();
  await setRead.run(here.asUser("ada"), { ids: [old.id], read: true });
  await setSnoozed.run(here.asUser("ada"), { ids: [old.id], until });
  here.pass(3_599_000);
  expect(await wake()).toEqual([]);
  expect((await list()).map(({ title }) => title)).toEqual(["New"]);

  here.pass(1000);
  const told = await wake();
  expect(told).toMatchObject([{ userId: "ada", notificationIds: [old.id] }]);
  expect(await list()).toMatchObject([{ title: "Old", readAt: null, snoozedUntil: null }, { title: "New" }]);
  const bell = await getBell.run(here.asUser("ada"), { tab: "all" });
  expect(bell).toMatchObject({ unread: 2, position: told[0]!.position });
  expect(await wake()).toEqual([]);
});

test("what was put away meanwhile stays away", async () => {
  await here.addUser("bea");
  await here.publish({ topic: "deals.assigned", recipients: [{ user: "bea", as: "assignee" }] });
  await here.decide();
  const [item] = (await listInbox.run(here.asUser("bea"), listInbox.input.parse({}))).items;
  const until = new Date(here.asApp().now.getTime() + 1000).toISOString();
  await setSnoozed.run(here.asUser("bea"), { ids: [item!.id], until });
  await setArchived.run(here.asUser("bea"), { ids: [item!.id], archived: true });
  here.pass(2000);
  expect(await wake()).toEqual([]);
});
