import { expect, test } from "vitest";
import { OwnTopic } from "@/lib/core/own-topic";
import { draftOf, NEW_TOPIC, topicOf } from "./topic-draft";

const said = OwnTopic.parse({
  key: "vans.late",
  name: "Van is late",
  section: "vans",
  audience: ["driver", "owner"],
  strict: true,
  media: ["email", "desktop", "mobile"],
  default_on: ["email", "desktop"],
  required: ["desktop"],
  permission: "vans.see",
  role: "admin",
  condition: "data.minutes > 10",
  members: "main",
  merge_seconds: 60,
  align_seconds: 300,
  sticky: true,
  feed: "apps",
  ignore_origins: ["import"],
  allow_own_action: true,
  urgency: "high",
  requirements: ["R84"],
  title: "{{ subject.title }} is late",
});

test("a topic that is opened and saved stays as it was, in every field", () => {
  expect(topicOf(draftOf(said))).toEqual(said);
});

test("a new one needs a key and a name, and nothing else", () => {
  const parsed = OwnTopic.safeParse(topicOf(NEW_TOPIC));
  expect(parsed.error?.issues.map(({ path }) => path[0]).sort()).toEqual(["key", "name"]);
  const named = OwnTopic.parse(topicOf({ ...NEW_TOPIC, key: "vans.late", name: "Van is late" }));
  expect(named).toMatchObject({ default_on: ["desktop"], audience: [], merge_seconds: null, condition: null });
});

test("seconds that are no number are refused, not forgotten", () => {
  const parsed = OwnTopic.safeParse(topicOf({ ...draftOf(said), merge: "soon" }));
  expect(parsed.error?.issues[0]?.path).toEqual(["merge_seconds"]);
});
