import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { findEvent, insertEvents, listEventsOfTopic } from "@/db/queries/events";
import { listRaisings } from "@/db/queries/triggers";
import { workspaces } from "@/db/schema/directory";
import { OwnTopic } from "@/lib/core/own-topic";
import { LONGEST_CHAIN } from "@/lib/core/trigger";
import { TriggerInput } from "@/lib/core/trigger-input";
import { readEvent } from "../activity/read-event";
import { putTopic } from "../catalogue/put-topic";
import { cancelEvent } from "../events/cancel-event";
import { getEvent } from "../events/get-event";
import { explainNotification } from "../inbox/explain-notification";
import { getBell } from "../inbox/get-bell";
import { anotherWorkspace, startWorkspace } from "../testing";
import { deleteTrigger } from "./delete-trigger";
import { triggersOn } from "./known-triggers";
import { raiseTriggered } from "./raise-triggered";
import { listTriggers, readTrigger } from "./read-triggers";
import { changeTrigger, createTrigger } from "./save-trigger";
import { switchTrigger } from "./switch-trigger";
import { triggerChoices } from "./trigger-choices";
import { tryTrigger } from "./try-trigger";

let base: Awaited<ReturnType<typeof startWorkspace>>;
/** A workspace of its own for each test. */
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
const CAUSE = "deals.stage_changed";
const big = {
  name: "Big deals",
  topic: CAUSE,
  condition: "data.value >= 1000",
  raises: "board.deal",
  relations: ["owner"],
  groups: ["board"],
};

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  await here.addUser("ada");
  await here.addUser("eve");
  await here.addGroup("board", [{ user: "eve" }]);
  await makeTopic("board.deal");
});
afterEach(() => base.db.transact((tx) => tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId))));

async function makeTopic(key: string) {
  const title = "{{ subject.title }} is worth {{ data.value }}";
  await putTopic.run(here.asApp(), OwnTopic.parse({ key, name: key, title }));
}

function asBoss(role: "super_admin" | "admin" = "super_admin") {
  const ctx = here.asUser("ada");
  return { ...ctx, actor: { ...ctx.actor, role } };
}

async function make(said: object = {}): Promise<string> {
  return (await createTrigger.run(asBoss(), TriggerInput.parse({ ...big, ...said }))).id;
}

function deal(value: number, topic = CAUSE) {
  const subject = { type: "deal", id: "42", title: "ACME" };
  return { topic, recipients: [{ user: "ada", as: "owner" }], subject, data: { value } };
}

const raisedOf = (topic = "board.deal") => listEventsOfTopic(here.db.read, here.workspaceId, topic, 100);

test("R85: an event that meets the condition raises the other topic, once, for relations and groups", async () => {
  const trigger = await make();
  const [met, unmet] = [await here.publish(deal(1000)), await here.publish(deal(999))];
  await here.decide();
  const [raised, ...more] = await raisedOf();
  expect(more).toEqual([]);
  expect(raised).toMatchObject({
    status: "processed",
    appId: null,
    payload: { origin: "automation", cause: { event: met, trigger } },
  });
  const { decisions, ...event } = await getEvent.run(here.asApp(), { id: raised!.id, limit: 50, cursor: undefined });
  expect(decisions.map(({ user, notification_id }) => [user, notification_id !== null])).toEqual([
    ["ada", true],
    ["eve", true],
  ]);
  expect(event).not.toHaveProperty("cause");
  expect(await listRaisings(here.db.read, unmet)).toEqual([]);
});

test("activity shows what an event raised, and what raised it", async () => {
  await make();
  const id = await here.publish(deal(5000));
  await here.decide();
  const cause = await readEvent.run(asBoss(), { id });
  expect(cause).toMatchObject({ cause: null, raised: [{ name: "Big deals", id: expect.any(String) }] });
  const raised = await readEvent.run(asBoss(), { id: cause.raised[0]!.id! });
  expect(raised).toMatchObject({ cause: { event: id, name: "Big deals" }, raised: [] });
});

test("R85: who was told and who looks it up read which trigger raised it, on what, and who set it up", async () => {
  await make();
  await here.publish(deal(5000));
  await here.decide();
  const [raised] = await raisedOf();
  const shown = await readEvent.run(asBoss(), { id: raised!.id });
  expect(shown.cause).toMatchObject({ name: "Big deals", by: "ada", topic: "Deal you own or follow changed stage" });
  const [ada, eve] = shown.recipientsShown.map(({ explanation }) => explanation.steps[1]);
  const detail =
    "The trigger “Big deals”, which ada set up, raised this when “Deal you own or follow changed stage” met it.";
  expect([ada, eve]).toEqual([
    { label: "What raised it", detail },
    { label: "What raised it", detail },
  ]);
  const whyOf = async (user: string) => {
    const [item] = (await getBell.run(here.asUser(user), { tab: "all" })).items;
    return (await explainNotification.run(here.asUser(user), { id: item!.id })).steps[1]?.detail;
  };
  expect(await whyOf("eve")).toBe(detail);
  expect(await whyOf("ada")).toBe(detail.replace("which ada", "which you"));
});

test("why it came does not name a topic that its reader cannot have, nor a trigger's maker who is gone (R57)", async () => {
  await here.addUser("boss", { role: "super_admin" });
  const boss = here.asUser("boss");
  const ctx = { ...boss, actor: { ...boss.actor, role: "super_admin" as const } };
  const { id } = await createTrigger.run(
    ctx,
    TriggerInput.parse({ ...big, topic: "payments.failed", condition: null, relations: ["*"] }),
  );
  await here.publish({ ...deal(1, "payments.failed") });
  await here.decide();
  const [item] = (await getBell.run(here.asUser("eve"), { tab: "all" })).items;
  const told = async () => (await explainNotification.run(here.asUser("eve"), { id: item!.id })).steps[1]?.detail;
  expect(await told()).toBe("The trigger “Big deals”, which boss set up, raised this.");
  await deleteTrigger.run(ctx, { id });
  expect(await told()).toBe("The trigger “Big deals” raised this.");
});

test("the same event raises nothing again, whoever tries", async () => {
  await make();
  const id = await here.publish(deal(5000));
  await here.decide();
  const event = (await findEvent(here.db.read, here.workspaceId, id))!;
  const triggering = await triggersOn(here.db, here.workspaceId, [CAUSE]);
  const { now, newId } = here.asApp();
  await here.db.transact((tx) => raiseTriggered(tx, [event], triggering, { now, newId }));
  expect(await raisedOf()).toHaveLength(1);
});

test("what waits in a window raises when it closes, and what is withdrawn never", async () => {
  await make({ topic: "deals.assigned", condition: null, relations: ["*"] });
  here.merge(300);
  const assigned = { ...deal(1, "deals.assigned"), recipients: [{ user: "ada", as: "assignee" }] };
  await here.publish(assigned);
  const withdrawn = await here.publish(assigned);
  await here.decide();
  expect(await raisedOf()).toEqual([]);
  await cancelEvent.run(here.asApp(), { id: withdrawn });
  here.pass(300_000);
  await here.decide();
  expect(await raisedOf()).toHaveLength(1);
});

test("switched off it raises nothing, nor once it is deleted", async () => {
  const id = await make();
  await switchTrigger.run(asBoss(), { id, on: false });
  await here.publish(deal(5000));
  await here.decide();
  expect(await raisedOf()).toEqual([]);
  await switchTrigger.run(asBoss(), { id, on: true });
  await here.publish(deal(5000));
  await here.decide();
  expect(await listTriggers.run(asBoss(), {})).toMatchObject([
    { id, on: true, latestAt: here.asApp().now.toISOString() },
  ]);
  await deleteTrigger.run(asBoss(), { id });
  await here.publish(deal(5000));
  await here.decide();
  expect(await raisedOf()).toHaveLength(1);
  expect(await listTriggers.run(asBoss(), {})).toEqual([]);
});

test("a loop is refused by name: when it is made, when it is changed, and when it is switched on", async () => {
  await makeTopic("board.told");
  const first = await make();
  await make({ topic: "board.deal", raises: "board.told" });
  const back = { topic: "board.told", raises: CAUSE, groups: [], relations: ["*"] };
  const detail = `This closes a loop: board.told → ${CAUSE} → board.deal → board.told. It would never end.`;
  const refused = { code: "unprocessable", errors: [{ pointer: "/raises", detail }] };
  await expect(make(back)).rejects.toMatchObject(refused);
  await switchTrigger.run(asBoss(), { id: first, on: false });
  const closing = await make(back);
  await expect(switchTrigger.run(asBoss(), { id: first, on: true })).rejects.toMatchObject({ code: "unprocessable" });
  const self = TriggerInput.parse({ ...big, ...back, raises: "board.told" });
  await expect(changeTrigger.run(asBoss(), { id: closing, ...self })).rejects.toMatchObject({
    code: "unprocessable",
  });
  expect((await readTrigger.run(asBoss(), { id: closing })).raises).toBe(CAUSE);
});

test("a chain that got too long all the same ends, and says so", async () => {
  await make();
  const id = await here.publish(deal(5000));
  const event = (await findEvent(here.db.read, here.workspaceId, id))!;
  const cause = { event: "evt_0", trigger: "trg_0", name: "Before", depth: LONGEST_CHAIN };
  const deep = { ...event, id: here.asApp().newId("evt"), payload: { ...event.payload, cause } };
  await here.db.transact((tx) => insertEvents(tx, [deep]));
  await here.decide();
  expect(await listRaisings(here.db.read, deep.id)).toMatchObject([{ raisedId: null }]);
  expect((await readEvent.run(asBoss(), { id: deep.id })).raised).toEqual([{ name: "Big deals", id: null }]);
});

test("what is not there is refused at its field", async () => {
  const said = { topic: "none.such", raises: "none.other", groups: ["board", "ghosts"] };
  await expect(make(said)).rejects.toMatchObject({
    errors: [{ pointer: "/topic" }, { pointer: "/raises" }, { pointer: "/groups/1" }],
  });
  await expect(make({ raises: "exports.ready" })).rejects.toMatchObject({ errors: [{ pointer: "/groups" }] });
});

test("a dry run says what the last events would have raised, and writes nothing", async () => {
  for (const value of [10, 1000, 2000]) await here.publish(deal(value));
  await here.publish({ ...deal(3000), recipients: [{ user: "ada", as: "follower" }] });
  const trigger = TriggerInput.parse({ ...big, groups: [] });
  const trial = await tryTrigger.run(asBoss(), { ...trigger, last: 50 });
  expect(trial).toMatchObject({ looked: 4, met: 2, nobody: 1 });
  expect(trial.raised.map(({ title, recipients }) => [title, recipients])).toEqual([
    ["ACME is worth 2000", ["ada, as owner"]],
    ["ACME is worth 1000", ["ada, as owner"]],
  ]);
  expect((await tryTrigger.run(asBoss(), { ...trigger, last: 1 })).looked).toBe(1);
  await here.decide();
  expect(await raisedOf()).toEqual([]);
});

test("S27: each act stands in the audit; to an admin none of it exists", async () => {
  const id = await make();
  await changeTrigger.run(asBoss(), { id, ...TriggerInput.parse({ ...big, name: "Huge deals" }) });
  await switchTrigger.run(asBoss(), { id, on: false });
  await switchTrigger.run(asBoss(), { id, on: false });
  await deleteTrigger.run(asBoss(), { id });
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(({ target }) => target === id);
  expect(acts.map(({ action }) => action)).toEqual([
    "trigger.create",
    "trigger.update",
    "trigger.switch",
    "trigger.delete",
  ]);
  expect(acts[1]).toMatchObject({ before: { name: "Big deals" }, after: { name: "Huge deals" } });
  const verbs = [
    createTrigger,
    changeTrigger,
    switchTrigger,
    deleteTrigger,
    listTriggers,
    readTrigger,
    tryTrigger,
    triggerChoices,
  ];
  for (const { may } of verbs) {
    expect(() => may(asBoss("admin"), {} as never)).toThrow(expect.objectContaining({ code: "not_found" }));
  }
});

test("another workspace's triggers are not there, and hear nothing", async () => {
  const id = await make();
  const there = await anotherWorkspace(base.db);
  const stranger = { ...asBoss(), workspaceId: there.workspaceId };
  await expect(readTrigger.run(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteTrigger.run(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
  await there.publish(deal(5000));
  await here.decide();
  expect(await raisedOf()).toEqual([]);
});
