import { expect, test } from "vitest";
import { exampleTopic } from "./examples";
import type { StoredEvent } from "./stored-event";
import { LONGEST_CHAIN, pullTrigger, type Trigger } from "./trigger";
import { TriggerInput } from "./trigger-input";
import { loopOf } from "./trigger-loop";

const trigger: Trigger = {
  id: "trg_1",
  name: "Big deals",
  topic: "deals.stage_changed",
  raises: "board.deal_won",
  condition: "data.value >= 1000",
  relations: ["owner"],
  groups: ["board"],
};
const payload: StoredEvent = {
  topic: "deals.stage_changed",
  recipients: [{ user: "ada", as: "owner" }, { user: "bo", as: "follower" }, { user: "cy" }],
  actor: { user: "grace" },
  subject: { type: "deal", id: "42", title: "ACME" },
  data: { value: 1000, replaces: "evt_0" },
  visible_to: { groups: ["sales"] },
  update_key: "k",
  title: "As posted",
  origin: "ui",
};
const raised = exampleTopic({ key: "board.deal_won" });
const pull = (own: Partial<Trigger> = {}, told: Partial<StoredEvent> = {}, topic = raised) =>
  pullTrigger({ ...trigger, ...own }, { id: "evt_1", payload: { ...payload, ...told } }, topic);

test("R85: raises the topic for the relations and groups, about the same record, for nobody who may not see it", () => {
  expect(pull()).toEqual({
    raises: {
      topic: "board.deal_won",
      recipients: [{ user: "ada", as: "owner" }, { group: "board" }],
      actor: payload.actor,
      subject: payload.subject,
      data: { value: 1000 },
      visible_to: { groups: ["sales"] },
      origin: "automation",
      cause: { event: "evt_1", trigger: "trg_1", name: "Big deals", depth: 1 },
    },
  });
});

test("a condition that does not hold, or speaks of what is missing, raises nothing", () => {
  expect(pull({}, { data: { value: 999 } })).toEqual({ stops: "condition" });
  expect(pull({}, { data: undefined })).toEqual({ stops: "condition" });
  expect(pull({ condition: null }, { data: undefined })).toHaveProperty("raises");
});

test("everybody is everybody whom the event names; nobody raises nothing", () => {
  const all = pull({ relations: ["*"], groups: [] });
  expect(all).toMatchObject({ raises: { recipients: payload.recipients } });
  expect(pull({ relations: ["approver"], groups: [] })).toEqual({ stops: "nobody" });
});

test("a relation that the raised topic does not tell is left out, unless it is strict", () => {
  const own = { relations: ["follower"], groups: [] };
  const tells = (strict: boolean) => pull(own, {}, exampleTopic({ audience: ["owner"], strict }));
  expect(tells(false)).toMatchObject({ raises: { recipients: [{ user: "bo" }] } });
  expect(tells(true)).toMatchObject({ raises: { recipients: [{ user: "bo", as: "follower" }] } });
});

test("a chain ends", () => {
  const cause = (depth: number) => ({ event: "evt_0", trigger: "trg_0", name: "Before", depth });
  expect(pull({}, { cause: cause(LONGEST_CHAIN - 1) })).toMatchObject({ raises: { cause: { depth: LONGEST_CHAIN } } });
  expect(pull({}, { cause: cause(LONGEST_CHAIN) })).toEqual({ stops: "chain" });
});

test("a loop is named by its topics; two ways to one topic are none", () => {
  const edge = (topic: string, raises: string) => ({ topic, raises });
  const others = [edge("a", "b"), edge("b", "c"), edge("a", "c"), edge("x", "y")];
  expect(loopOf(others, edge("c", "a"))).toEqual(["c", "a", "b", "c"]);
  expect(loopOf(others, edge("z", "z"))).toEqual(["z", "z"]);
  expect(loopOf(others, edge("c", "d"))).toBeNull();
  expect(loopOf([...others, edge("d", "d")], edge("c", "d"))).toBeNull();
});

test("a trigger says who is told, and asks about nobody in particular", () => {
  const said = { name: "Big", topic: "a.b", raises: "c.d", groups: ["board"] };
  expect(TriggerInput.parse(said)).toMatchObject({ condition: null, relations: [] });
  const paths = (input: object) => TriggerInput.safeParse(input).error?.issues.map(({ path }) => path.join("/"));
  expect(paths({ ...said, groups: [] })).toEqual(["relations"]);
  expect(paths({ ...said, condition: "recipient.id == 'ada'" })).toEqual(["condition"]);
  expect(paths({ ...said, condition: "data.value >" })).toEqual(["condition"]);
  expect(paths({ ...said, name: " ", topic: "" })).toEqual(["name", "topic"]);
});
