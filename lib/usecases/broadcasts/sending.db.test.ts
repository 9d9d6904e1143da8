import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { listAuditEntries } from "@/db/queries/audit";
import { listEventsOfTopic } from "@/db/queries/events";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { setPassword } from "../access/set-password";
import type { UserContext } from "../context";
import { getBell } from "../inbox/get-bell";
import { anotherWorkspace, startWorkspace } from "../testing";
import { approveBroadcast, mayApprove } from "./approve-broadcast";
import { changeBroadcast } from "./change-broadcast";
import { createBroadcast } from "./create-broadcast";
import { pauseBroadcast } from "./pause-broadcast";
import { previewBroadcast } from "./preview-broadcast";
import { getBroadcast } from "./read-broadcasts";
import { recallBroadcast } from "./recall-broadcast";
import { saveSecondPerson } from "./save-second-person";
import { sendBroadcast } from "./send-broadcast";

const DAY = 86_400_000;
const PASSWORD = "lantern-orbit-velvet-canoe";
let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let [boss, second, bo] = ["", "", ""];
let round = 0;

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  round += 1;
  [boss, second, bo] = [`boss${round}`, `second${round}`, `bo${round}`];
  await here.addUser(boss, { role: "super_admin" });
  await here.addUser(second, { role: "super_admin" });
  await here.addUser(bo);
  await setPassword.run(as(second), { id: boss, password: PASSWORD });
});

function as(id: string, role: "super_admin" | "admin" = "super_admin"): UserContext {
  const ctx = here.asUser(id);
  // An address of its own: wrong passwords are counted by address too.
  return { ...ctx, address: `192.0.2.${round}`, actor: { ...ctx.actor, role } };
}
const input = (more: Partial<z.input<typeof BroadcastInput>> = {}) =>
  BroadcastInput.parse({ title: "Closed on Friday", groups: "everyone", ...more });
let drafts = 0;
const send = (more: Partial<z.input<typeof BroadcastInput>> = {}, password = PASSWORD) =>
  sendBroadcast.run(as(boss), { ...input(more), draft: `draft ${++drafts}`, password });
const read = (id: string) => getBroadcast.run(here.asApp(), { id });
const approve = (id: string, seen: string, who = second) => approveBroadcast.run(as(who), { id, seen });
const bellOf = async (user: string) => (await getBell.run(here.asUser(user), { tab: "all" })).items;
const fromPeople = (people: number | null) => saveSecondPerson.run(as(boss), { people, password: PASSWORD });
const conflict = { code: "conflict" };
async function passAll(ms: number) {
  here.pass(ms);
  await here.decide();
}

test("U22, S32: what the screen sends waits ten seconds, and taken back within them it reaches nobody", async () => {
  const { id } = await send();
  await passAll(9000);
  expect(await read(id)).toMatchObject({ status: "scheduled", decided: 0, approval_wanted_at: null });
  await recallBroadcast.run(as(boss), { id });
  await passAll(60_000);
  expect(await bellOf(bo)).toEqual([]);
  const later = await send();
  await passAll(10_000);
  expect(await read(later.id)).toMatchObject({ status: "sent", notified: 2 });
});

test("R89: a draft that is sent again, for want of an answer, went once; with other words it is another", async () => {
  const again = (title: string) =>
    sendBroadcast.run(as(boss), { ...input({ title }), draft: "one", password: PASSWORD });
  const { id } = await again("Closed on Friday");
  here.pass(5000);
  expect(await again("Closed on Friday")).toEqual({ id });
  expect(await again("Closed on Monday")).not.toEqual({ id });
  expect(await send({ title: "Closed on Friday" })).not.toEqual({ id });
});

test("S32: nothing is sent without the sender's password; wrong ones are slowed down as at sign-in", async () => {
  const wrong = { code: "unprocessable", errors: [{ pointer: "/password", detail: "That is not your password." }] };
  for (let tries = 0; tries < 5; tries++) await expect(send({}, "open-tab")).rejects.toMatchObject(wrong);
  await expect(send()).rejects.toThrow(/^Too many tries\. Try again in \d+ s\.$/);
  await passAll(60_000);
  expect(await bellOf(bo)).toEqual([]);
  expect(await send()).toMatchObject({ id: expect.stringMatching(/^brd_/) });
});

test("S32: for very many a second super admin has to approve what they read, then it goes", async () => {
  await fromPeople(3);
  const wanted = previewBroadcast.input.parse({ groups: "everyone", body: "" });
  expect((await previewBroadcast.run(as(boss), wanted)).audience.secondPerson).toBe(true);
  const { id } = await send();
  await passAll(86_400_000);
  const waiting = await read(id);
  expect(waiting).toMatchObject({ status: "scheduled", decided: 0, approved_at: null });
  expect(await bellOf(bo)).toEqual([]);
  expect(await bellOf(second)).toMatchObject([{ url: `/admin/broadcasts/${id}` }]);
  expect([await mayApprove.run(as(boss), { id }), await mayApprove.run(as(second), { id })]).toEqual([false, true]);
  await expect(approve(id, waiting.updated_at, boss)).rejects.toMatchObject(conflict);
  await expect(pauseBroadcast.run(as(boss), { id, paused: false })).rejects.toMatchObject(conflict);
  await expect(changeBroadcast.run(as(second), { id, title: "Mine" })).rejects.toThrow("only who wrote it");
  here.pass(1000);
  const edited = await changeBroadcast.run(as(boss), { id, title: "Closed for good" });
  await expect(approve(id, waiting.updated_at)).rejects.toThrow("changed meanwhile");
  expect(await approve(id, edited.updated_at)).toMatchObject({ status: "scheduled" });
  await expect(approve(id, edited.updated_at)).rejects.toMatchObject(conflict);
  await here.decide();
  expect(await bellOf(bo)).toEqual([]);
  await passAll(10_000);
  expect(await read(id)).toMatchObject({ status: "sent", notified: 2 });
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(({ target }) => target === id);
  expect(acts.map(({ action, actor }) => [action, actor.includes(second)])).toContainEqual(["broadcast.approve", true]);
});

test("S32: words that change after the yes need another before they go", async () => {
  await fromPeople(3);
  const { id } = await send({ deliver_at: new Date(here.asApp().now.getTime() + 3_600_000).toISOString() });
  await approve(id, (await read(id)).updated_at);
  here.pass(1000);
  await changeBroadcast.run(as(boss), { id, title: "Something else" });
  await passAll(7_200_000);
  expect(await read(id)).toMatchObject({ status: "scheduled", approved_at: null, decided: 0 });
  await approve(id, (await read(id)).updated_at);
  await passAll(10_000);
  expect(await bellOf(bo)).toMatchObject([{ title: "Something else" }]);
});

test("S32: one audience in several pieces needs the second person as it would in one, whoever is in the groups by then", async () => {
  const ids = ["a", "b", "c", "d"].map((name) => `${name}${round}`);
  await here.addUsers(ids);
  const [a = "", b = "", c = "", d = ""] = ids;
  await here.addGroup("north", [{ user: a }, { user: b }]);
  await here.addGroup("south", [{ user: c }, { user: d }]);
  await fromPeople(4);
  const wanted = async (groups: string[]) => (await read((await send({ groups })).id)).approval_wanted_at !== null;
  const asks = async (groups: string[]) => {
    const { audience } = await previewBroadcast.run(as(boss), previewBroadcast.input.parse({ groups, body: "" }));
    return audience.secondPerson;
  };
  expect([await asks(["north", "south"]), await asks(["north"])]).toEqual([true, false]);
  expect(await wanted(["north"])).toBe(false);
  // The same people once more are no more people, whether they were told by now or not.
  expect([await wanted(["north"]), await wanted(["south"])]).toEqual([false, true]);
  await passAll(10_000);
  expect([await wanted(["north"]), await asks(["south"])]).toEqual([false, true]);
  await here.addGroup("north", [{ user: c }, { user: d }]);
  expect(await wanted(["north"])).toBe(true);
  // What somebody else writes is theirs to answer for, and a day later it is another message.
  expect((await read((await createBroadcast.run(as(second), input({ groups: ["south"] }))).id)).status).toBe("sending");
  await passAll(86_400_001);
  expect(await wanted(["south"])).toBe(false);
});

test("S32: two pieces that are sent at the same moment count each other", async () => {
  await here.addGroup("north", [{ user: boss }, { user: bo }]);
  await here.addGroup("south", [{ user: second }]);
  await fromPeople(3);
  const both = await Promise.all([send({ groups: ["north"] }), send({ groups: ["south"] })]);
  const asked = await Promise.all(both.map(async ({ id }) => (await read(id)).approval_wanted_at !== null));
  expect(asked.sort()).toEqual([false, true]);
});

test("S32: a group that grows before it begins, or while it rests, makes it ask for a yes to as many", async () => {
  const others = Array.from({ length: 6 }, (_, n) => `z${n}-${round}`);
  await here.addUsers(others);
  const members = (count: number) => [bo, ...others.slice(0, count)].map((user) => ({ user }));
  await here.addGroup("north", members(1));
  await fromPeople(4);
  const { id } = await send({ groups: ["north"] });
  await here.addGroup("north", members(3));
  await passAll(10_000);
  expect(await bellOf(bo)).toEqual([]);
  const held = await read(id);
  expect(held).toMatchObject({ status: "scheduled", audience: 4, decided: 0, approved_at: null });
  expect(held.approval_wanted_at).not.toBeNull();
  expect(await bellOf(second)).toMatchObject([{ url: `/admin/broadcasts/${id}` }]);
  await approve(id, held.updated_at);
  await here.addGroup("north", members(4));
  await passAll(10_000);
  const again = await read(id);
  expect(again).toMatchObject({ audience: 5, decided: 0, approved_at: null });
  await approve(id, again.updated_at);
  here.pass(10_000);
  await here.decide({ people: 2, once: true });
  expect(await read(id)).toMatchObject({ status: "sending", decided: 2 });
  await here.addGroup("north", members(6));
  await here.decide({ people: 2 });
  const grown = await read(id);
  expect(grown).toMatchObject({ status: "sending", decided: 4, approved_at: null });
  await expect(changeBroadcast.run(as(boss), { id, title: "Other" })).rejects.toThrow("Recall it");
  await approve(id, grown.updated_at);
  await passAll(10_000);
  expect(await read(id)).toMatchObject({ status: "sent", decided: 7, notified: 7 });
});

test("S32: other words, or another link, take the yes back; once it began they stay, and it can be stopped", async () => {
  await fromPeople(3);
  const { id } = await send({ deliver_at: "2026-11-21T13:00:00Z" });
  const changes = [{ title: "Open" }, { body: "Or not" }, { url: "https://example.com/" }];
  for (const change of changes) {
    here.pass(1000);
    await approve(id, (await read(id)).updated_at);
    here.pass(1000);
    const changed = await changeBroadcast.run(as(boss), { id, ...change });
    expect([change, changed.approved_at]).toEqual([change, null]);
    await expect(changeBroadcast.run(here.asApp(), { id, title: "Theirs" })).rejects.toThrow("only who wrote it");
  }
  await passAll(3_600_000);
  expect(await read(id)).toMatchObject({ status: "scheduled", decided: 0 });
  await approve(id, (await read(id)).updated_at);
  // The same words, and when it ends, are nothing new.
  const same = { id, title: "Open", expires_at: "2026-11-30T12:00:00Z" };
  expect((await changeBroadcast.run(as(boss), same)).approved_at).not.toBeNull();
  await passAll(10_000);
  expect(await read(id)).toMatchObject({ status: "sent", notified: 2 });
  for (const who of [as(boss), here.asApp()]) {
    await expect(changeBroadcast.run(who, { id, url: "https://example.net/" })).rejects.toThrow("Recall it");
  }
  await changeBroadcast.run(as(boss), { id, expires_at: null });
  expect(await recallBroadcast.run(as(boss), { id })).toMatchObject({ status: "recalled" });
});

test("S32: fewer people, an integration, and who is alone need nobody else; the number is set on a password", async () => {
  await fromPeople(4);
  expect((await read((await send()).id)).approval_wanted_at).toBeNull();
  await fromPeople(1);
  expect((await createBroadcast.run(here.asApp(), input())).approval_wanted_at).toBeNull();
  await here.addUser(second, { active: false });
  expect((await read((await send()).id)).approval_wanted_at).toBeNull();
  expect(await listEventsOfTopic(here.db.read, here.workspaceId, "general.approval_requested", 1)).toEqual([]);
  await expect(saveSecondPerson.run(as(boss), { people: null, password: "no" })).rejects.toThrow("not your password");
  expect(() => saveSecondPerson.may(as(boss, "admin"), {} as never)).toThrow("nothing here");
  expect(() => approveBroadcast.may(as(boss, "admin"), {} as never)).toThrow("nothing here");
});

test("S32: what would need a second person less often holds a day later, told to every super admin, who can keep it", async () => {
  await fromPeople(3);
  for (const people of [500, null]) {
    expect(await fromPeople(people)).toMatchObject({ from: 3, next: { from: people } });
    expect((await read((await send()).id)).approval_wanted_at).not.toBeNull();
  }
  await here.decide();
  const told = { title: "Broadcasts will need a second person less often", url: "/admin/broadcasts" };
  for (const admin of [boss, second])
    expect((await bellOf(admin)).filter(({ title }) => title === told.title)).toHaveLength(2);
  const [newest] = (await bellOf(second)).filter(({ title }) => title === told.title);
  expect(newest).toMatchObject({ ...told, body: expect.stringContaining("never, instead of from 3 people on") });
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(
    ({ action }) => action === "settings.broadcasts",
  );
  expect(acts.at(-1)).toMatchObject({ after: { people: 3, next: { people: null } } });

  // The other keeps it: what was to come is gone, also a day later.
  await setPassword.run(as(boss), { id: second, password: PASSWORD });
  expect(await saveSecondPerson.run(as(second), { people: 3, password: PASSWORD })).toEqual({ from: 3, next: null });
  here.pass(DAY);
  expect((await read((await send()).id)).approval_wanted_at).not.toBeNull();

  // Nobody objects.
  await fromPeople(500);
  here.pass(DAY - 20_000);
  expect((await read((await send()).id)).approval_wanted_at).not.toBeNull();
  here.pass(20_000);
  expect((await read((await send()).id)).approval_wanted_at).toBeNull();
});
