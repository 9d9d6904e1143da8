import { expect, test } from "vitest";
import { exampleTopic } from "./examples";
import { settingOf } from "./setting-of";

test("leads from what the topic's choice decided to its checkbox on that medium", () => {
  const topic = exampleTopic();
  expect(settingOf({ channel: "bell", reason: "delivered" }, topic)).toEqual({
    address: "/settings/notifications/desktop?topic=deals.stage_changed",
    label: "“Deal changed stage” on desktop",
  });
  expect(settingOf({ channel: "slack", reason: "preference_off" }, topic)?.address).toBe(
    "/settings/notifications/other-apps?topic=deals.stage_changed",
  );
});

test("leads from a switched-off channel to its switch", () => {
  expect(settingOf({ channel: "popup", reason: "channel_off" }, exampleTopic())).toEqual({
    address: "/settings/notifications/desktop?channel=popup",
    label: "the Pop-up switch",
  });
});

test.each([
  ["quiet_hours", "/settings/notifications/quiet-hours"],
  ["paused", "/settings/notifications/quiet-hours"],
  ["active_in_app", "/settings/notifications/quiet-hours"],
  ["in_digest", "/settings/notifications/email?channel=email"],
] as const)("leads from %s to what says when (U16, U17)", (reason, address) => {
  const required = exampleTopic({ required: ["email"] });
  for (const topic of [exampleTopic(), required])
    expect(settingOf({ channel: "email", reason }, topic)?.address).toBe(address);
});

test("leads nowhere where the company requires it, but to the switch of a channel that may still be off", () => {
  const required = exampleTopic({ required: ["desktop", "email"] });
  expect(settingOf({ channel: "bell", reason: "delivered" }, required)).toBeNull();
  expect(settingOf({ channel: "email", reason: "delivered" }, required)).toBeNull();
  expect(settingOf({ channel: "popup", reason: "delivered" }, required)?.address).toContain("?channel=popup");
});

test.each(["own_action", "medium_not_offered", "channel_not_connected", "not_in_app", "merged"] as const)(
  "leads nowhere from %s, which no setting of theirs decided",
  (reason) => expect(settingOf({ channel: "bell", reason }, exampleTopic())).toBeNull(),
);
