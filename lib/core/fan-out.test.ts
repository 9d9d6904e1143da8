import { expect, test } from "vitest";
import { CHANNELS, type Channel, type Reason } from "./channel";
import { direct, exampleEvent, exampleRecipient, exampleTopic, through } from "./examples";
import { type Plan, planEvent } from "./fan-out";
import type { KnownRecipient } from "./recipient";
import { type DecidableEvent, STOPPING_REASONS, stopsOf } from "./stops";
import type { Topic } from "./topic";

function decide(
  topic: Partial<Topic>,
  recipient: Partial<KnownRecipient> = {},
  event: Partial<DecidableEvent> = {},
): Plan {
  return planEvent({ event: exampleEvent(event), topic: exampleTopic(topic) }).decide(exampleRecipient(recipient));
}

function on(plan: Plan, channel: Channel): string {
  const { outcome, reason, source } = plan.decision.find((one) => one.channel === channel)!;
  return `${outcome} ${reason} ${source}`;
}

function expectStopped(plan: Plan, reason: Reason, source: string): void {
  expect(plan).toMatchObject({ notify: false, inBell: false, popup: false });
  expect(plan.decision.map((one) => one.channel)).toEqual(CHANNELS);
  for (const channel of CHANNELS) expect(on(plan, channel)).toBe(`suppressed ${reason} ${source}`);
}

test("rings the bell, shows a pop-up, and says for every other channel why not", () => {
  const plan = decide({});
  expect(plan).toMatchObject({ notify: true, inBell: true, popup: true });
  expect(plan.decision.map((one) => `${one.channel}: ${one.outcome} ${one.reason} ${one.source}`)).toEqual([
    "bell: sent delivered catalogue",
    "popup: sent delivered catalogue",
    "browser: pending queued catalogue",
    "email: pending queued catalogue",
    "slack: suppressed preference_off catalogue",
    "teams: suppressed preference_off catalogue",
    "webhook: suppressed preference_off catalogue",
    "push: suppressed preference_off catalogue",
  ]);
});

test("shows no pop-up to somebody who is not in the app, R15", () => {
  const plan = decide({}, { activeInApp: false });
  expect(on(plan, "popup")).toBe("suppressed not_in_app system");
  expect(plan).toMatchObject({ notify: true, inBell: true, popup: false });
});

test("stops for a recipient who is no user here", () => {
  const plans = planEvent({ event: exampleEvent(), topic: exampleTopic() });
  expectStopped(plans.decideUnknown(), "unknown_recipient", "system");
});

test("stops for somebody deactivated, R79", () => {
  expectStopped(decide({}, { active: false }), "inactive_user", "system");
});

test("stops for an origin that the topic ignores, R79, R80", () => {
  expectStopped(decide({ ignoreOrigins: ["api"] }, {}, { origin: "api" }), "silent_origin", "catalogue");
  expect(decide({ ignoreOrigins: ["api"] }, {}, { origin: "import" }).notify).toBe(true);
});

test("tells the listed relations and those without one", () => {
  const topic = { audience: ["owner", "follower"] };
  expectStopped(decide(topic, { routes: [direct("creator")] }), "not_in_audience", "catalogue");
  expectStopped(decide(topic, { routes: [] }), "not_in_audience", "catalogue");
  for (const as of ["owner", "follower", null]) expect(decide(topic, { routes: [direct(as)] }).notify).toBe(true);
});

test("tells only the listed relations when it is strict", () => {
  const topic = { audience: ["creator"], strict: true };
  expectStopped(decide(topic, { routes: [direct(null)] }), "not_in_audience", "catalogue");
  expect(decide(topic, { routes: [direct("creator")] }).notify).toBe(true);
});

test("lets any relation in when the audience is empty", () => {
  expect(decide({ audience: [] }, { routes: [direct("whoever")] }).notify).toBe(true);
});

test("is content with one way in among several", () => {
  const routes = [direct("creator"), through("sales", "follower", { main: false })];
  expect(decide({ audience: ["follower"], strict: true }, { routes }).notify).toBe(true);
});

test("tells main members only, unless the person was named too, R73", () => {
  const topic: Partial<Topic> = { audience: ["team"], members: "main" };
  const extra = through("support", "team", { main: false });
  expectStopped(decide(topic, { routes: [extra] }), "not_in_audience", "catalogue");
  expect(decide(topic, { routes: [through("support", "team", { main: true })] }).notify).toBe(true);
  expect(decide(topic, { routes: [extra, direct("team")] }).notify).toBe(true);
  expect(decide(topic, { routes: [extra, through("chat", "team", { main: true })] }).notify).toBe(true);
});

test("needs one match with those who may see the record, R60", () => {
  const visible_to = { users: ["bo"], groups: ["sales"], permissions: ["orders.all"] };
  expectStopped(decide({}, { groups: ["support"], permissions: ["orders"] }, { visible_to }), "no_access", "event");
  expect(decide({}, { id: "bo" }, { visible_to }).notify).toBe(true);
  expect(decide({}, { groups: ["support", "sales"] }, { visible_to }).notify).toBe(true);
  expect(decide({}, { permissions: ["orders.all"] }, { visible_to }).notify).toBe(true);
});

test("lets nobody see what is visible to nobody", () => {
  expectStopped(decide({}, {}, { visible_to: {} }), "no_access", "event");
  expectStopped(decide({}, {}, { visible_to: { users: [] } }), "no_access", "event");
});

test("does not tell the actor, unless the topic allows it, R79", () => {
  const actor = { user: "ada" };
  expectStopped(decide({}, {}, { actor }), "own_action", "system");
  expect(decide({ allowOwnAction: true }, {}, { actor }).notify).toBe(true);
  expect(decide({}, {}, { actor: { name: "ada" } }).notify).toBe(true);
  expect(decide({}, {}, { actor: undefined }).notify).toBe(true);
});

test("stops where the condition is not met, or cannot be read", () => {
  const event = { data: { value: 0.99 } };
  expectStopped(decide({ condition: "data.value >= 1" }, {}, event), "condition_not_met", "catalogue");
  expectStopped(decide({ condition: "data.value >=" }, {}, event), "condition_not_met", "catalogue");
  expectStopped(decide({ condition: "data.value >= 1" }), "condition_not_met", "catalogue");
});

test("asks a condition about each recipient where it mentions one", () => {
  const topic = exampleTopic({ condition: 'recipient.id == data.winner && "owner" in recipient.relations' });
  const plans = planEvent({ event: exampleEvent({ data: { winner: "ada" } }), topic });
  expect(plans.decide(exampleRecipient()).notify).toBe(true);
  expectStopped(plans.decide(exampleRecipient({ id: "bo" })), "condition_not_met", "catalogue");
  expectStopped(plans.decide(exampleRecipient({ routes: [direct(null)] })), "condition_not_met", "catalogue");
});

test("stops without the permission or the role, R57, R58", () => {
  const topic = { permission: "forms", role: "admin" } as const;
  expectStopped(decide(topic, { role: "admin" }), "missing_permission", "catalogue");
  expectStopped(decide(topic, { permissions: ["forms"] }), "missing_permission", "catalogue");
  expect(decide(topic, { permissions: ["forms"], role: "super_admin" }).notify).toBe(true);
});

test("gives the first of several reasons to stop", () => {
  const topic = exampleTopic({
    ignoreOrigins: ["api"],
    audience: ["creator"],
    condition: "data.gone",
    permission: "never",
  });
  const event = exampleEvent({ origin: "api", visible_to: {}, actor: { user: "ada" } });
  const reasons = stopsOf(event, topic).map((stop) => stop.reason);
  expect(["unknown_recipient", ...reasons]).toEqual(STOPPING_REASONS);
  for (const stop of stopsOf(event, topic)) expect(stop.appliesTo(exampleRecipient({ active: false }))).toBe(true);
  expectStopped(planEvent({ event, topic }).decide(exampleRecipient({ active: false })), "inactive_user", "system");
});

test("says of a medium that is not offered just that, even when something else stops", () => {
  for (const active of [true, false]) {
    const plan = decide({ media: ["email"], required: ["desktop"] }, { active });
    for (const channel of CHANNELS.filter((one) => one !== "email")) {
      expect(on(plan, channel)).toBe("suppressed medium_not_offered catalogue");
    }
    expect(plan.notify).toBe(active);
    expect(plan.inBell).toBe(false);
  }
});

test("keeps a notification whose bell is off but whose email is on out of the bell, A16", () => {
  const layers = { user: { channels: {}, topics: { "deals.stage_changed": { desktop: false } } }, profiles: [] };
  const plan = decide({}, { layers });
  expect(plan).toMatchObject({ notify: true, inBell: false, popup: false });
  expect(on(plan, "bell")).toBe("suppressed preference_off user");
  expect(on(plan, "popup")).toBe("suppressed preference_off user");
});

test("obeys each channel's own switch", () => {
  const layers = { profiles: [], account: { channels: { bell: false }, topics: {} } };
  const plan = decide({}, { layers });
  expect(on(plan, "bell")).toBe("suppressed channel_off account");
  expect(on(plan, "popup")).toBe("sent delivered catalogue");
  expect(plan).toMatchObject({ notify: true, inBell: false, popup: true });
});

test("makes no notification when the topic is on only where every channel is off", () => {
  const channels = { bell: false, popup: false, browser: false };
  const layers = { user: { channels, topics: {} }, profiles: [] };
  expect(decide({ defaultOn: ["desktop"] }, { layers })).toMatchObject({ notify: false, inBell: false, popup: false });
});

test("rings the bell for required desktop whatever its switch, while pop-up and browser obey theirs", () => {
  const channels = { bell: false, popup: false, browser: false };
  const topics = { "deals.stage_changed": { desktop: false } };
  const plan = decide({ required: ["desktop"] }, { layers: { user: { channels, topics }, profiles: [] } });
  expect(on(plan, "bell")).toBe("sent delivered required");
  expect(on(plan, "popup")).toBe("suppressed channel_off user");
  expect(on(plan, "browser")).toBe("suppressed channel_off user");
  expect(plan).toMatchObject({ notify: true, inBell: true, popup: false });
});

test("lets required email pass the Email switch, R54", () => {
  const layers = { user: { channels: { email: false }, topics: {} }, profiles: [] };
  const event = exampleEvent();
  const connected = new Set<Channel>(["bell", "popup", "email"]);
  const required = planEvent({ event, topic: exampleTopic({ required: ["email"] }), connected });
  expect(on(required.decide(exampleRecipient({ layers })), "email")).toBe("pending queued required");
  const optional = planEvent({ event, topic: exampleTopic(), connected });
  expect(on(optional.decide(exampleRecipient({ layers })), "email")).toBe("suppressed channel_off user");
});

test("never leaves a channel pending that is not connected", () => {
  const all = exampleTopic({ defaultOn: ["email", "desktop", "apps", "mobile"] });
  const plan = planEvent({ event: exampleEvent(), topic: all }).decide(exampleRecipient());
  expect(plan.decision.filter((one) => one.outcome === "pending").map((one) => one.channel)).toEqual([
    "browser",
    "email",
  ]);
  expect(on(plan, "push")).toBe("suppressed channel_not_connected system");
});

test("shares one frozen plan among recipients with the same end, and no other", () => {
  const plans = planEvent({ event: exampleEvent(), topic: exampleTopic() });
  const layers = () => ({ profiles: [{ name: "Sales", chosen: { channels: { bell: false }, topics: {} } }] });
  const plan = plans.decide(exampleRecipient({ layers: layers() }));
  expect(plans.decide(exampleRecipient({ id: "bo", layers: layers() }))).toBe(plan);
  expect(Object.isFrozen(plan.decision) && plan.decision.every(Object.isFrozen)).toBe(true);
  expect(plans.decide(exampleRecipient())).not.toBe(plan);
  const renamed = { profiles: [{ ...layers().profiles[0]!, name: "Support" }] };
  expect(on(plans.decide(exampleRecipient({ layers: renamed })), "bell")).toBe(
    "suppressed channel_off profile:Support",
  );
});
