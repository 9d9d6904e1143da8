import { afterAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { listAuditEntries } from "@/db/queries/audit";
import { findDecision } from "@/db/queries/decisions";
import type { BroadcastInput } from "@/lib/core/broadcast-input";
import { newId } from "@/lib/ids";
import { putMembers } from "../directory/put-group";
import { decideDueEvents } from "../events/decide-due-events";
import { getEvent } from "../events/get-event";
import { setRead } from "../inbox/set-state";
import { anotherWorkspace, startWorkspace } from "../testing";
import { acknowledgeBroadcast } from "./acknowledge-broadcast";
import { changeBroadcast } from "./change-broadcast";
import { chaseBroadcast } from "./chase-broadcast";
import { createBroadcast } from "./create-broadcast";
import { pauseBroadcast } from "./pause-broadcast";
import { previewBroadcast } from "./preview-broadcast";
import { getBroadcast, listBroadcasts } from "./read-broadcasts";
import { recallBroadcast } from "./recall-broadcast";
import { testBroadcast } from "./test-broadcast";
import { broadcastsIn, saying } from "./testing";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>> & ReturnType<typeof broadcastsIn>;

beforeEach(async () => {
  const workspace = await anotherWorkspace(base.db);
  here = { ...workspace, ...broadcastsIn(workspace) };
});
afterAll(() => base.close());

test("R88, R90: reaches everybody once, says how far it is, and carries its cleaned tags", async () => {
  const [ada] = await here.people("ada", "bo", "cy");
  const made = await here.create({ body: "<b>Closed</b><script>alert(1)</script>", url: "https://example.com/plan" });
  expect(made).toMatchObject({ status: "sending", audience: 3, progress: 0, notified: 0 });
  await here.decide();
  expect(await here.read(made.id)).toMatchObject({ status: "sent", audience: 3, progress: 1, notified: 3, read: 0 });
  expect(await here.inboxOf(ada)).toMatchObject([
    { title: "Closed on Friday", body: "Closed", body_html: "<b>Closed</b>", url: "https://example.com/plan" },
  ]);
});

test("F38: killed again and again, it notifies everybody exactly once and its progress never goes back", async () => {
  const ids = Array.from({ length: 2300 }, (_, n) => `${here.workspaceId}-${n}`);
  await here.addUsers(ids);
  const { id } = await here.create();
  const seen = [0];
  let made = 0;
  for (let pass = 0; pass < 12; pass++) {
    // Every other pass dies in the middle of a chunk, as a killed process would.
    const dies = pass % 2 === 0;
    const dying: typeof newId = (prefix) => {
      made += 1;
      if (dies && prefix === "ntf" && made % 700 === 0) throw new Error("killed");
      return newId(prefix);
    };
    here.pass(31_000);
    const { now } = here.asApp();
    const options = { now, newId: dying, activeWindowSeconds: 60, onFault() {} };
    await decideDueEvents(here.db, options, () => {});
    const { decided, progress } = await here.read(id);
    expect(decided).toBeGreaterThanOrEqual(seen.at(-1)!);
    expect(progress).toBeLessThanOrEqual(1);
    seen.push(decided);
  }
  expect(await here.read(id)).toMatchObject({
    status: "sent",
    decided: 2300,
    notified: 2300,
    audience: 2300,
    progress: 1,
  });
  for (const one of [ids[0]!, ids[999]!, ids[1000]!, ids[2299]!]) expect(await here.inboxOf(one)).toHaveLength(1);
}, 60_000);

test("api.md, section 4: email follows the preference, is left out on demand, and critical forces it", async () => {
  const [ada] = await here.people("ada");
  const mailOf = async (more: Partial<z.input<typeof BroadcastInput>>) => {
    const { id } = await here.create(more);
    await here.decide();
    const { id: event } = await eventOf(id);
    const decision = await findDecision(here.db.read, here.workspaceId, event, ada);
    return decision?.channels.find(({ channel }) => channel === "email");
  };
  expect(await mailOf({})).toMatchObject({ outcome: "pending" });
  expect(await mailOf({ email: false })).toMatchObject({ reason: "medium_not_offered" });
  const { patchPreferences } = await import("../preferences/patch-preferences");
  const off = { topics: { "broadcasts.message": { email: { enabled: false } } } };
  await patchPreferences.run(here.asApp(), patchPreferences.input.parse({ user: ada, ...off }));
  expect(await mailOf({})).toMatchObject({ reason: "preference_off" });
  expect(await mailOf({ urgency: "critical" })).toMatchObject({ outcome: "pending", source: "required" });

  async function eventOf(id: string) {
    const { findBroadcast } = await import("@/db/queries/broadcasts");
    return { id: (await findBroadcast(here.db.read, here.workspaceId, id))!.eventId };
  }
});

test("recalled, it disappears from those who have it, what waits is not mailed, and nobody else is told", async () => {
  const [ada, bo] = await here.people("ada", "bo");
  const { id } = await here.create();
  await here.decide();
  const [item] = await here.bellOf(ada);
  await setRead.run(here.asUser(ada), { ids: [item!.id], read: true });
  expect(await recallBroadcast.run(here.asApp(), { id })).toMatchObject({ status: "recalled" });
  await here.sweep();
  expect(await here.bellOf(ada)).toEqual([]);
  expect(await here.inboxOf(bo)).toEqual([]);
  expect(await here.read(id)).toMatchObject({ status: "recalled", notified: 2, read: 1 });
  const { findBroadcast } = await import("@/db/queries/broadcasts");
  const { eventId } = (await findBroadcast(here.db.read, here.workspaceId, id))!;
  const { decisions } = await getEvent.run(here.asApp(), { id: eventId, limit: 10, cursor: undefined });
  const mails = decisions.map(({ channels }) => channels.find(({ channel }) => channel === "email")?.reason);
  expect(mails.sort()).toEqual(["already_read", "recalled"]);
  await expect(changeBroadcast.run(here.asApp(), { id, title: "Other" })).rejects.toThrow("recalled");

  const later = await here.create({ deliver_at: "2030-01-01T00:00:00Z" });
  expect(later.status).toBe("scheduled");
  await recallBroadcast.run(here.asApp(), { id: later.id });
  here.pass(10 * 365 * 86_400_000);
  await here.decide();
  expect(await here.bellOf(ada)).toEqual([]);
});

test("an edit reaches those who have it and those who follow; its end puts it away", async () => {
  const [ada] = await here.people("ada");
  const { id } = await here.create({ expires_at: "2026-11-22T12:00:00Z" });
  await here.decide();
  await changeBroadcast.run(here.asApp(), { id, title: "Open on Friday", body: "We are <i>open</i>." });
  await here.sweep();
  expect(await here.bellOf(ada)).toMatchObject([{ title: "Open on Friday", body: "We are open." }]);
  expect((await here.bellOf(ada))[0]?.broadcast?.html).toBe("We are <i>open</i>.");
  here.pass(2 * 86_400_000);
  await here.sweep();
  expect(await here.bellOf(ada)).toEqual([]);
  expect((await here.inboxOf(ada))[0]?.archived_at).not.toBeNull();
});

test("paused, it rests where it is, and goes on from there", async () => {
  const [ada] = await here.people("ada");
  const { id } = await here.create();
  expect((await pauseBroadcast.run(here.asApp(), { id, paused: true })).paused_at).not.toBeNull();
  await here.decide();
  expect(await here.bellOf(ada)).toEqual([]);
  await pauseBroadcast.run(here.asApp(), { id, paused: false });
  await here.decide();
  expect(await here.bellOf(ada)).toHaveLength(1);
});

test("who took note is counted; the rest is reminded in the notification that they have", async () => {
  const [ada, bo] = await here.people("ada", "bo");
  const { id } = await here.create({ require_acknowledgement: true });
  await here.decide();
  const [item] = await here.bellOf(ada);
  expect(item?.broadcast?.acknowledge).toBe("wanted");
  await acknowledgeBroadcast.run(here.asUser(ada), { notification: item!.id });
  await acknowledgeBroadcast.run(here.asUser(ada), { notification: item!.id });
  await expect(acknowledgeBroadcast.run(here.asUser(bo), { notification: item!.id })).rejects.toThrow("no such");
  expect((await here.bellOf(ada))[0]?.broadcast?.acknowledge).toBe("given");
  const [bos] = await here.bellOf(bo);
  await setRead.run(here.asUser(bo), { ids: [bos!.id], read: true });
  expect(await here.read(id)).toMatchObject({ read: 2, acknowledged: 1 });

  here.pass(60_000);
  await chaseBroadcast.run(here.asApp(), { id });
  await expect(chaseBroadcast.run(here.asApp(), { id })).rejects.toThrow("on its way");
  await here.decide();
  expect(await here.bellOf(bo)).toMatchObject([{ id: bos!.id, readAt: null }]);
  expect((await here.bellOf(ada))[0]?.readAt).not.toBeNull();
  expect(await here.read(id)).toMatchObject({ notified: 2, decided: 2, acknowledged: 1, read: 1 });
});

test("an admin writes to the groups that they manage, and sees their own; a member finds nothing", async () => {
  const [ada, bo] = await here.people("ada", "bo");
  await here.addGroup("sales", []);
  await here.addGroup("support", [{ user: bo }]);
  const members = [{ user: ada, manager: true }, { user: bo }];
  await putMembers.run(here.asApp(), putMembers.input.parse({ id: "sales", members }));
  const refused = createBroadcast.run(here.as("admin", ada), saying({ groups: ["sales", "support"] }));
  await expect(refused).rejects.toMatchObject({ errors: [{ pointer: "/groups/1" }] });
  await expect(createBroadcast.run(here.as("admin", ada), saying())).rejects.toMatchObject({
    errors: [{ pointer: "/groups" }],
  });
  const { id } = await createBroadcast.run(here.as("admin", ada), saying({ groups: ["sales"] }));
  await here.decide();
  // Who wrote it is not told: they know.
  expect(await here.read(id)).toMatchObject({ audience: 2, decided: 2, notified: 1 });
  const foreign = await here.create();
  await expect(getBroadcast.run(here.as("admin", ada), { id: foreign.id })).rejects.toThrow("no such");
  const list = await listBroadcasts.run(here.as("admin", ada), { limit: 50, cursor: undefined });
  expect(list.data.map((one) => one.id)).toEqual([id]);
  expect(() => createBroadcast.may(here.asUser(bo), saying())).toThrow("nothing here");
  const other = await anotherWorkspace(base.db);
  await expect(getBroadcast.run(other.asApp(), { id })).rejects.toThrow("no such");
});

test("U22: the preview counts who gets it and who does not, with the reason, as sending then does", async () => {
  const [ada, bo] = await here.people("ada", "bo", "cy");
  const { patchPreferences } = await import("../preferences/patch-preferences");
  const off = { email: { enabled: false }, desktop: { enabled: false }, mobile: { enabled: false } };
  const choice = { user: bo, topics: { "broadcasts.message": off } };
  await patchPreferences.run(here.asApp(), patchPreferences.input.parse(choice));
  const wanted = previewBroadcast.input.parse({ groups: "everyone", body: "<b>x</b><img src=x>" });
  const { audience, html } = await previewBroadcast.run(here.as("super_admin", ada), wanted);
  expect(html).toBe("<b>x</b>");
  expect(audience).toMatchObject({ people: 3, checked: 3, reached: 1, byEmail: 1 });
  expect(audience.reasons.map(({ reason }) => reason).sort()).toEqual(["own_action", "preference_off"]);
  const { id } = await createBroadcast.run(here.as("super_admin", ada), saying());
  await here.decide();
  expect((await here.read(id)).notified).toBe(1);
});

test("a test reaches its writer alone and is in no list", async () => {
  const [ada, bo] = await here.people("ada", "bo");
  await testBroadcast.run(here.as("super_admin", ada), saying());
  await here.decide();
  expect(await here.bellOf(ada)).toMatchObject([{ title: "Closed on Friday" }]);
  expect(await here.bellOf(bo)).toEqual([]);
  expect((await listBroadcasts.run(here.asApp(), { limit: 50, cursor: undefined })).data).toEqual([]);
});

test("S27: each act on a broadcast is an entry of the audit", async () => {
  await here.people("ada");
  const app = here.asApp();
  const { id } = await here.create({ deliver_at: "2030-01-01T00:00:00Z" });
  await changeBroadcast.run(app, { id, title: "Other" });
  await pauseBroadcast.run(app, { id, paused: true });
  await pauseBroadcast.run(app, { id, paused: false });
  await recallBroadcast.run(app, { id });
  await recallBroadcast.run(app, { id });
  const entries = await listAuditEntries(here.db.read, here.workspaceId);
  const acts = entries.filter(({ target }) => target === id).map(({ action }) => action);
  expect(acts).toEqual(["create", "update", "pause", "resume", "recall"].map((act) => `broadcast.${act}`));
});
