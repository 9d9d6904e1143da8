import { afterAll, beforeAll, expect, test } from "vitest";
import { anotherWorkspace, startWorkspace } from "../testing";
import { getBell } from "./get-bell";
import { openNotification } from "./open-notification";

let here: Awaited<ReturnType<typeof startWorkspace>>;
beforeAll(async () => {
  here = await startWorkspace();
  for (const id of ["ada", "bo"]) await here.addUser(id);
});
afterAll(() => here.close());

async function notify(user: string, where: Omit<typeof here, "url" | "close"> = here): Promise<string> {
  await where.publish({ topic: "deals.assigned", recipients: [{ user, as: "assignee" }] });
  await where.decide();
  const { items } = await getBell.run(where.asUser(user), { tab: "all" });
  return items[0]!.id;
}

test("is read then, with the time of the first opening", async () => {
  const id = await notify("ada");
  const told: string[][] = [];
  const tell = (_: string, ids: string[]) => void told.push(ids);
  const first = await openNotification.run({ ...here.asUser("ada"), tell }, { id });
  expect(first).toMatchObject({ id, readAt: here.asApp().now.toISOString(), seenAt: first.readAt });
  expect((await getBell.run(here.asUser("ada"), { tab: "all" })).unread).toBe(0);
  here.pass(60_000);
  expect(await openNotification.run({ ...here.asUser("ada"), tell }, { id })).toEqual(first);
  expect(told).toEqual([[id]]);
});

test("another's, another workspace's and unknown ones are not found, and stay unread (S1)", async () => {
  const there = await anotherWorkspace(here.db);
  await there.addUser("zoe");
  const ids = [await notify("bo"), await notify("zoe", there), "ntf_unknown"];
  for (const id of ids) {
    await expect(openNotification.run(here.asUser("ada"), { id })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await getBell.run(here.asUser("bo"), { tab: "all" })).unread).toBe(1);
  expect((await getBell.run(there.asUser("zoe"), { tab: "all" })).unread).toBe(1);
});

test("is for people: an app has no sign-in", () => {
  expect(() => openNotification.may(here.asApp(), { id: "x" })).toThrow("Sign in first.");
});
