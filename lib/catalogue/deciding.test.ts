import { expect, test } from "vitest";
import type { Reason } from "@/lib/core/channel";
import { compileCondition } from "@/lib/core/condition";
import { direct, exampleRecipient, through } from "@/lib/core/examples";
import { planEvent } from "@/lib/core/fan-out";
import type { KnownRecipient } from "@/lib/core/recipient";
import type { DecidableEvent } from "@/lib/core/stops";
import { parseTemplate } from "@/lib/core/template";
import { CATALOGUE } from "./catalogue";

const topics = CATALOGUE.flatMap((section) => section.topics);

/** "notify", or the reason why nothing is sent to Ada. */
function decide(key: string, event: Partial<DecidableEvent>, ada: Partial<KnownRecipient> = {}): "notify" | Reason {
  const topic = topics.find((one) => one.key === key)!;
  const plan = planEvent({ topic, event: { origin: "ui", ...event } }).decide(exampleRecipient(ada));
  if (plan.notify) return "notify";
  return plan.decision.find((one) => one.reason !== "medium_not_offered")!.reason;
}

const as = (relation: string | null) => ({ routes: [direct(relation)] });

/** The preferences of somebody who switched email on for a topic that ships off. */
const withEmail = (key: string) => ({
  layers: { user: { channels: {}, topics: { [key]: { email: true } } }, profiles: [] },
});

test("ships only conditions and templates that can be read", () => {
  for (const { condition, title, body, url } of topics) {
    if (condition !== null) expect(compileCondition(condition)).not.toHaveProperty("error");
    for (const source of [title, body, url]) expect(parseTemplate(source), source).not.toHaveProperty("error");
  }
});

test("R57: payments are for super admins, and end when the role is lost", () => {
  for (const { key } of topics.filter((topic) => topic.section === "payments")) {
    expect(decide(key, {}, { role: "super_admin" })).toBe("notify");
    expect(decide(key, {}, { role: "admin" })).toBe("missing_permission");
    expect(decide(key, {}, { role: "member" })).toBe("missing_permission");
  }
});

test("R58: form submissions need access to the forms tool", () => {
  const event = { data: { score: 1, customer_known: true } };
  expect(decide("forms.submitted", event, { permissions: ["forms"] })).toBe("notify");
  expect(decide("forms.submitted", event, { permissions: ["inbox.opened"] })).toBe("missing_permission");
});

test("R59: quotes are told to their owner alone", () => {
  for (const { key } of topics.filter((topic) => topic.section === "quotes")) {
    expect(decide(key, {}, as("owner"))).toBe("notify");
    for (const relation of ["follower", "creator", null]) expect(decide(key, {}, as(relation))).toBe("not_in_audience");
  }
});

test("R60: an order is told only to those who may see it", () => {
  const event = {
    data: { probability: 100, value: 1 },
    visible_to: { groups: ["sales"], permissions: ["orders.all"] },
  };
  expect(decide("orders.won", event, { groups: ["sales"] })).toBe("notify");
  expect(decide("orders.won", event, { permissions: ["orders.all"] })).toBe("notify");
  expect(decide("orders.won", event, { groups: ["support"] })).toBe("no_access");
});

test.each(["exports.ready", "imports.finished"])("R61, R62: %s is told to its creator alone, who started it", (key) => {
  expect(decide(key, { actor: { user: "ada" } }, as("creator"))).toBe("notify");
  for (const relation of ["owner", "team", null]) expect(decide(key, {}, as(relation))).toBe("not_in_audience");
});

test("R63: e-sign is told to the sender and the signatories", () => {
  for (const relation of ["sender", "signatory"]) expect(decide("esign.updated", {}, as(relation))).toBe("notify");
  for (const relation of ["owner", null]) expect(decide("esign.updated", {}, as(relation))).toBe("not_in_audience");
});

test("R64: a company is told to whom a co-worker assigned it, not to the one who did it", () => {
  expect(decide("companies.assigned", { actor: { user: "grace" } }, as("assignee"))).toBe("notify");
  expect(decide("companies.assigned", { actor: { user: "ada" } }, as("assignee"))).toBe("own_action");
});

test("R65: a lead sends nothing until somebody asks for it", () => {
  expect(decide("leads.assigned", {}, as("assignee"))).toBe("preference_off");
  const user = { channels: {}, topics: { "leads.assigned": { desktop: true } } };
  expect(decide("leads.assigned", {}, { ...as("assignee"), layers: { user, profiles: [] } })).toBe("notify");
});

test.each([
  [100, 1, "notify"],
  [100, 1.0, "notify"],
  [100.0, 1200, "notify"],
  [99, 1, "condition_not_met"],
  [99.99, 1, "condition_not_met"],
  [100, 0, "condition_not_met"],
  [100, 0.99, "condition_not_met"],
  [100, null, "condition_not_met"],
  [null, 1, "condition_not_met"],
  [undefined, 1, "condition_not_met"],
  ["100", 1, "condition_not_met"],
])("R66: an order of probability %j and value %j: %s", (probability, value, end) => {
  expect(decide("orders.won", { data: { probability, value } })).toBe(end);
});

test.each([
  [-1, "condition_not_met"],
  [0, "condition_not_met"],
  [-0.01, "condition_not_met"],
  [0.01, "notify"],
  [1, "notify"],
  [null, "condition_not_met"],
  [undefined, "condition_not_met"],
])("R67: a subscription of yearly value %j: %s", (yearly_value, end) => {
  expect(decide("subscriptions.changed", { data: { yearly_value } }, as("account_manager"))).toBe(end);
});

test("R67: a subscription is told to the account manager alone", () => {
  const event = { data: { yearly_value: 1 } };
  expect(decide("subscriptions.changed", event, as("owner"))).toBe("not_in_audience");
  expect(decide("subscriptions.changed", event, as(null))).toBe("not_in_audience");
});

test.each([
  ["R68", "forms.submitted", 0.5, "condition_not_met"],
  ["R68", "forms.submitted", 0.99, "condition_not_met"],
  ["R69", "visits.contact", 0.5, "notify"],
  ["R69", "visits.company", 0.01, "notify"],
  ["R69", "visits.prospect", 0.5, "notify"],
  ["R70", "marketing.custom_event", 0.5, "notify"],
])("%s: %s at a score of %j: %s", (_, key, half, end) => {
  const ada = { ...as("account_manager"), ...withEmail(key), permissions: ["forms"] };
  const scored = (score: unknown, customer_known: unknown = true) =>
    decide(key, { data: { score, customer_known } }, ada);
  expect(scored(half)).toBe(end);
  expect(scored(1)).toBe("notify");
  for (const score of [0, -1, null, undefined, "1"]) expect(scored(score)).toBe("condition_not_met");
  for (const known of [false, null, "unknown", "true", 1]) expect(scored(1, known)).toBe("condition_not_met");
  expect(decide(key, { data: { score: 1 } }, ada)).toBe("condition_not_met");
  expect(decide(key, {}, ada)).toBe("condition_not_met");
});

test("R69: a visit is told to the customer's account managers alone, by email alone (R39)", () => {
  const event = { data: { score: 1, customer_known: true } };
  for (const key of ["visits.contact", "visits.company", "visits.prospect"]) {
    expect(decide(key, event, { ...as("owner"), ...withEmail(key) })).toBe("not_in_audience");
    expect(decide(key, event, as("account_manager"))).toBe("preference_off");
    const plan = planEvent({ topic: topics.find((one) => one.key === key)!, event: { origin: "ui", ...event } }).decide(
      exampleRecipient({ ...as("account_manager"), ...withEmail(key) }),
    );
    expect(plan).toMatchObject({ notify: true, inBell: false, popup: false });
  }
});

test("R71: a custom user property counts as an owner, beside the assignee", () => {
  for (const key of ["contacts.assigned", "companies.assigned", "tickets.assigned"]) {
    for (const relation of ["assignee", "owner"]) expect(decide(key, {}, as(relation))).toBe("notify");
  }
});

test("R72: conversations are told only to those who have opened the inbox", () => {
  for (const { key, audience } of topics.filter((topic) => topic.section === "conversations")) {
    const ada = { routes: [through("support", audience[0]!, { main: true })] };
    expect(decide(key, {}, ada), key).toBe("missing_permission");
    expect(decide(key, {}, { ...ada, permissions: ["inbox.opened"] }), key).toBe("notify");
  }
});

test("R73: an unassigned conversation is told to main members of the team", () => {
  const member = (main: boolean) => ({ routes: [through("support", "team", { main })], permissions: ["inbox.opened"] });
  expect(decide("conversations.unassigned_created", {}, member(true))).toBe("notify");
  expect(decide("conversations.unassigned_created", {}, member(false))).toBe("not_in_audience");
});

test("R74: a conversation for a team is told to every member, each by their own preferences", () => {
  const key = "conversations.assigned_to_team";
  const member = { routes: [through("support", "team", { main: false })], permissions: ["inbox.opened"] };
  expect(decide(key, {}, member)).toBe("notify");
  const user = { channels: {}, topics: { [key]: { desktop: false } } };
  expect(decide(key, {}, { ...member, layers: { user, profiles: [] } })).toBe("preference_off");
});

test("R75: a conversation that went to another person or team is not told", () => {
  const permissions = ["inbox.opened"];
  const onlooker = { routes: [through("support", "team", { main: true })], permissions };
  expect(decide("conversations.assigned", {}, onlooker)).toBe("not_in_audience");
  expect(decide("conversations.assigned_to_team", {}, { routes: [], permissions })).toBe("not_in_audience");
});

test("R80: a task made through the API tells nobody", () => {
  expect(decide("tasks.assigned", { origin: "api" }, as("assignee"))).toBe("silent_origin");
  expect(decide("tasks.assigned", { origin: "automation" }, as("assignee"))).toBe("notify");
});

test("R54, R87: nobody can switch off what is required, nor the bell for it", () => {
  const off = { email: false, desktop: false };
  for (const { key, audience, required } of topics.filter((topic) => topic.required.length > 0)) {
    const layers = { user: { channels: { bell: false, email: false }, topics: { [key]: off } }, profiles: [] };
    const recipient = exampleRecipient({ ...as(audience[0] ?? null), layers });
    const plan = planEvent({ topic: topics.find((one) => one.key === key)!, event: { origin: "ui" } }).decide(
      recipient,
    );
    expect(plan, key).toMatchObject({ notify: true, inBell: required.includes("desktop") });
  }
});
