import { expect, test } from "vitest";
import { TriggerInput } from "@/lib/core/trigger-input";
import { draftOf, NEW_TRIGGER, triggerOf } from "./trigger-draft";

test("a trigger that is opened and saved stays as it was", () => {
  const said = TriggerInput.parse({
    name: "Big",
    topic: "a.b",
    raises: "c.d",
    relations: ["owner", "follower"],
    groups: ["x"],
  });
  expect(triggerOf(draftOf(said))).toEqual(said);
  const all = { ...said, condition: "data.value > 1", relations: ["*"] };
  expect(triggerOf(draftOf(all))).toEqual(all);
});

test("a new one wants a name, two topics, and somebody to tell", () => {
  const { error } = TriggerInput.safeParse(triggerOf(NEW_TRIGGER));
  expect(error?.issues.map(({ path }) => path[0])).toEqual(["name", "topic", "raises", "relations"]);
});
