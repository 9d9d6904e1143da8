import { afterAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { listDeliveries as rowsOf } from "@/db/queries/activity";
import { listAuditEntries } from "@/db/queries/audit";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { deliveringIn } from "../delivery/testing";
import { dryRunEvent } from "../events/dry-run-event";
import { postByHand } from "../events/post-by-hand";
import { anotherWorkspace, startWorkspace } from "../testing";
import { findActivity } from "./find-activity";
import { listActivity } from "./list-activity";
import { listDeliveries } from "./list-deliveries";
import { readEvent } from "./read-event";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>>;

beforeEach(async () => {
  here = await anotherWorkspace(base.db);
});
afterAll(() => base.close());

let unique = 0;
const addUser = (id: string, name = id) => here.addUser(id, { name, email: `${id}-${unique++}@example.com` });
const asAdmin = () => {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "super_admin" as const } };
};
type Filter = z.input<typeof listActivity.input>;
const activity = async (filter: Filter = {}) => listActivity.run(asAdmin(), listActivity.input.parse(filter));
const idsOf = async (filter: Filter = {}) => (await activity(filter)).rows.map(({ id }) => id);
const stage = (user: string, title = "ACME") => ({
  topic: "deals.stage_changed",
  recipients: [{ user, as: "owner" }],
  subject: { type: "deal", id: "1", title },
});

/** An event each minute. */
async function post(event: Parameters<typeof here.publish>[0]): Promise<string> {
  here.pass(60_000);
  return here.publish(event);
}

test("lists events newest first, by person, topic, status and time", async () => {
  await addUser("ada", "Ada Lovelace");
  await addUser("bo");
  const start = here.asApp().now;
  const first = await post(stage("ada"));
  const mention = await post({ topic: "deals.mentioned", recipients: [{ user: "bo", as: "mentioned" }] });
  await here.decide();
  const last = await post(stage("bo"));
  expect(await idsOf()).toEqual([last, mention, first]);
  expect(await idsOf({ topic: "deals.stage_changed" })).toEqual([last, first]);
  expect(await idsOf({ status: "waiting" })).toEqual([last]);
  expect(await idsOf({ status: "processed" })).toEqual([mention, first]);
  expect(await idsOf({ status: "cancelled" })).toEqual([]);
  expect(await idsOf({ person: "bo" })).toEqual([mention]);
  expect(await idsOf({ person: "bo", topic: "deals.stage_changed" })).toEqual([]);
  const [since, until] = [90, 150].map((seconds) => new Date(start.getTime() + seconds * 1000).toISOString());
  expect(await idsOf({ since, until })).toEqual([mention]);
  expect(await idsOf({ since: until, person: "ada" })).toEqual([]);
  expect((await activity({ topic: "deals.stage_changed" })).rows[1]).toMatchObject({
    subject: "ACME",
    app: "Fortnox",
    recipients: "ada",
    status: "processed",
  });
});

test("C5: pages hold each event once, also under a filter that lets few through, while others come", async () => {
  await addUser("ada");
  const wanted: string[] = [];
  for (let n = 0; n < 30; n++) {
    const id = await post(n % 3 === 0 ? stage("ada") : { topic: "deals.mentioned", recipients: [{ user: "ada" }] });
    if (n % 3 === 0) wanted.unshift(id);
  }
  await here.decide();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = await activity({ limit: 3, cursor, person: "ada", topic: "deals.stage_changed" });
    seen.push(...rows.map(({ id }) => id));
    cursor = nextCursor ?? undefined;
    await post(stage("ada"));
  } while (cursor);
  expect(seen).toEqual(wanted);
});

test("U24: an event tells why, for each recipient, and each try with the provider's own words", async () => {
  await addUser("ada", "Ada Lovelace");
  const mail = exampleChannel(async () => [{ outcome: "retry", ambiguous: true, status: 503, words: "Try later." }], {
    keyMemory: 0,
  });
  const { want, deliver } = deliveringIn(here, [mail]);
  await want("ada", "email");
  const id = await post({ ...stage("ada"), recipients: [{ user: "ada", as: "owner" }, { user: "nobody" }] });
  await here.decide();
  here.pass(60_000);
  await deliver();
  const view = await readEvent.run(asAdmin(), { id });
  expect(view).toMatchObject({ topic: "deals.stage_changed", decided: 2, status: "processed" });
  const [ada, nobody] = view.recipientsShown;
  expect(ada?.explanation.sentence).toContain("Ada Lovelace owns this deal");
  expect(nobody?.explanation.sentence).toContain("nobody here goes by that name");
  const email = ada?.deliveries.find(({ channel }) => channel === "email");
  expect(email).toMatchObject({ state: "pending", reason: "retrying" });
  expect(email?.tries).toMatchObject([{ outcome: "retry", ambiguous: true, status: 503, words: "Try later." }]);
  expect((await readEvent.run(asAdmin(), { id, person: "nobody" })).recipientsShown).toHaveLength(1);

  const all = await listDeliveries.run(asAdmin(), listDeliveries.input.parse({ person: "ada", channel: "email" }));
  expect(all.rows).toMatchObject([{ eventId: id, attempts: 1 }]);
  const none = await listDeliveries.run(asAdmin(), listDeliveries.input.parse({ state: "sent" }));
  expect(none.rows).toEqual([]);
});

test("U24: one search line leads to an event, or to a person by id or address", async () => {
  const { email } = await addUser("ada");
  const id = await post(stage("ada"));
  await here.decide();
  const find = (text: string) => findActivity.run(asAdmin(), { text });
  expect(await find(id)).toEqual({ event: id });
  const notification = (await readEvent.run(asAdmin(), { id })).recipientsShown[0];
  expect(notification?.user).toBe("ada");
  expect(await find("ada")).toEqual({ person: "ada" });
  expect(await find(email.toUpperCase())).toEqual({ person: "ada" });
  expect(await find("evt_none")).toBeNull();
});

test("S1: what belongs to another workspace, or to somebody without the role, is not there", async () => {
  await addUser("ada");
  const id = await post(stage("ada"));
  const other = await anotherWorkspace(base.db);
  const foreign = { ...other.asUser("eve"), actor: { ...other.asUser("eve").actor, role: "super_admin" as const } };
  await expect(readEvent.run(foreign, { id })).rejects.toThrow("no such");
  expect((await listActivity.run(foreign, listActivity.input.parse({}))).rows).toEqual([]);
  expect(() => listActivity.may(here.asUser("ada"), listActivity.input.parse({}))).toThrow("nothing here");
  expect(() => postByHand.may(here.asUser("ada"), postByHand.input.parse(stage("ada")))).toThrow("nothing here");
});

test("a dry run decides as the event would, and writes nothing", async () => {
  await addUser("ada");
  await addUser("bo");
  const event = { ...stage("ada"), recipients: [...stage("ada").recipients, { user: "bo", as: "watcher" }] };
  const input = dryRunEvent.input.parse(event);
  const { decisions, truncated } = await dryRunEvent.run(here.asApp(), input);
  expect(truncated).toBe(false);
  expect(await idsOf()).toEqual([]);
  expect(await rowsOf(here.db.read, here.workspaceId, { limit: 10 })).toEqual([]);
  const really = await here.outcomes(event);
  const dry = decisions.map(({ user, channels }) => [
    user,
    Object.fromEntries(channels.map((one) => [one.channel, one.reason])),
  ]);
  expect(dry).toEqual([...really]);
  await expect(dryRunEvent.run(here.asApp(), { ...input, topic: "no.such" })).rejects.toThrow("topic");
});

test("what a super admin posts by hand goes the way of any event, and is in the audit", async () => {
  await addUser("ada");
  const { id } = await postByHand.run(asAdmin(), postByHand.input.parse(stage("ada")));
  await here.decide();
  expect(await idsOf({ person: "ada" })).toEqual([id]);
  const entries = await listAuditEntries(here.db.read, here.workspaceId);
  expect(entries.at(-1)).toMatchObject({ action: "event.post", target: id, actor: "user:boss" });
});
