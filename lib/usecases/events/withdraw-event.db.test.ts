import { afterAll, beforeEach, expect, test } from "vitest";
import { decisions, events } from "@/db/schema/events";
import { mergeWindows } from "@/db/schema/merging";
import { createBroadcast } from "../broadcasts/create-broadcast";
import { cancelEvent } from "./cancel-event";
import { publishBatch } from "./publish-batch";
import { publishEvent } from "./publish-event";
import { assigned, MINUTE, startMerging } from "./testing";

const opened: Awaited<ReturnType<typeof startMerging>>[] = [];
let here: Awaited<ReturnType<typeof startMerging>>;

beforeEach(async () => {
  here = await startMerging();
  opened.push(here);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const LATER = { topic: "deals.stage_changed", deliver_at: "2026-12-01T09:00:00Z" };

test("R79: assigned at 0:00 and taken back at 3:00: nothing goes out, and the decision says so", async () => {
  const id = await here.post(assigned(1));
  await here.later(3 * MINUTE);
  expect(await cancelEvent.run(here.asApp(), { id })).toEqual({ id, status: "cancelled" });
  expect(await here.ends(id)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
  expect(await here.later(10 * MINUTE)).toEqual([]);
  expect(await here.told()).toEqual([]);
  expect(await here.db.read.select().from(mergeWindows)).toEqual([]);
  await cancelEvent.run(here.asApp(), { id });
});

test("R79: what moves on to somebody else inside the window is told to them alone", async () => {
  const [kept, first] = [await here.post(assigned(1)), await here.post(assigned(2))];
  await here.later(MINUTE);
  const second = await here.post(assigned(2, "bo", { data: { replaces: first } }));
  await here.later(10 * MINUTE);
  expect((await here.told()).map(({ title }) => title)).toEqual(["grace assigned you Deal 1"]);
  expect((await here.told("bo")).map(({ title }) => title)).toEqual(["grace assigned you Deal 2"]);
  expect(await here.ends(first)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
  expect(await here.ends(kept)).toEqual(["processed", "ada sent delivered told"]);
  expect(await here.ends(second)).toEqual(["processed", "bo sent delivered told"]);
});

test("R79: what is scheduled and moves on to somebody else is told to them alone, and says so", async () => {
  const first = await here.post({ ...assigned(1), ...LATER });
  await here.post(assigned(1, "bo", { data: { replaces: first } }));
  expect(await here.ends(first)).toEqual(["cancelled", "ada suppressed not_in_audience -"]);
  const second = await here.post(assigned(2, "ada", { deliver_at: LATER.deliver_at }));
  await here.post(assigned(2, "bo", { data: { replaces: second } }));
  expect(await here.ends(second)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
});

test("R79: an audience of hundreds is told of what was taken back, each once", async () => {
  const members = Array.from({ length: 450 }, (_, n) => ({ user: `member-${n}` }));
  await here.addUsers(members.map(({ user }) => user));
  await here.addGroup("all", members);
  const id = await here.post({ ...assigned(1), ...LATER, recipients: [{ group: "all", as: "owner" }] });
  await cancelEvent.run(here.asApp(), { id });
  const rows = (await here.db.read.select().from(decisions)).filter(({ eventId }) => eventId === id);
  expect(rows).toHaveLength(450);
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
  await here.later(5 * MINUTE);
  expect(await here.told()).toMatchObject([{ title: "grace assigned you Deal 1", count: 1 }]);
  expect(await here.told("bo")).toHaveLength(1);
});

test("R79, F28: what replaces an event does so by whichever clock it was named: ids are no order", async () => {
  const first = await here.post(assigned(1));
  const behind = { ...here.asApp(), newId: () => "evt_01000000-0000-7000-8000-000000000000" };
  await publishEvent.run(behind, publishEvent.input.parse(assigned(1, "bo", { data: { replaces: first } })));
  await here.decide();
  await here.later(5 * MINUTE);
  expect(await here.told()).toEqual([]);
  expect(await here.told("bo")).toHaveLength(1);
  expect(await here.ends(first)).toEqual(["cancelled", "ada cancelled withdrawn -"]);
});

test("cancels what is scheduled, and says so to each; 409 once it was told, 404 for what is not there", async () => {
  const recipients = [
    { user: "ada", as: "owner" },
    { user: "grace", as: "owner" },
    { user: "nobody", as: "owner" },
    { group: "none" },
  ];
  const id = await here.post({ ...assigned(1), ...LATER, recipients });
  await cancelEvent.run(here.asApp(), { id });
  const said = [
    "cancelled",
    "ada cancelled withdrawn -",
    "grace suppressed own_action -",
    "group:none suppressed unknown_recipient -",
    "nobody suppressed unknown_recipient -",
  ];
  expect(await here.ends(id)).toEqual(said);
  await cancelEvent.run(here.asApp(), { id });
  await here.later(30 * 1440 * MINUTE);
  expect(await here.ends(id)).toEqual(said);
  expect(await here.told()).toEqual([]);
  const at = await here.post(assigned(2));
  await here.later(5 * MINUTE);
  await expect(cancelEvent.run(here.asApp(), { id: at })).rejects.toMatchObject({ code: "conflict" });
  expect(await here.told()).toHaveLength(1);
  await expect(cancelEvent.run(here.asApp(), { id: "evt_none" })).rejects.toMatchObject({ code: "not_found" });
});

test("an event for many waits until the last of its windows closed; half of it may still be taken back", async () => {
  await here.post(assigned(1));
  await here.later(3 * MINUTE);
  const recipients = [
    { user: "ada", as: "assignee" },
    { user: "bo", as: "assignee" },
  ];
  const both = await here.post({ ...assigned(2), recipients });
  await here.later(2 * MINUTE);
  expect(await here.ends(both)).toEqual(["merging", "ada sent delivered told", "bo pending delayed -"]);
  await cancelEvent.run(here.asApp(), { id: both });
  await here.later(10 * MINUTE);
  expect(await here.ends(both)).toEqual(["cancelled", "ada sent delivered told", "bo cancelled withdrawn -"]);
  expect(await here.told("bo")).toEqual([]);
});

test("R79: no event takes the place of a broadcast's: only a recall ends one", async () => {
  const input = { title: "Closed", body: "On Friday", groups: ["all"], deliver_at: LATER.deliver_at };
  await here.addGroup("all", [{ user: "ada" }]);
  await createBroadcast.run(here.asApp(), createBroadcast.input.parse(input));
  const [event] = await here.db.read.select().from(events);
  await here.post(assigned(1, "bo", { data: { replaces: event!.id } }));
  expect(await here.db.read.select().from(events)).toContainEqual({ ...event, status: "scheduled" });
});
