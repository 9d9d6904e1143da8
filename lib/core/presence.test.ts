import { expect, test } from "vitest";
import { CHANNELS } from "./channel";
import { isSilentWhileActive } from "./presence";
import { DEFAULT_SCHEDULE } from "./schedule";

const { whileActive } = DEFAULT_SCHEDULE;
const silent = (state: Parameters<typeof isSilentWhileActive>[1]) =>
  CHANNELS.filter((channel) => isSilentWhileActive(channel, state));

test("R76: while somebody is active, browser, Slack, Teams and push stay silent", () => {
  expect(silent({ activeInApp: true, whileActive, urgency: "normal" })).toEqual(["browser", "slack", "teams", "push"]);
  expect(silent({ activeInApp: false, whileActive, urgency: "normal" })).toEqual([]);
});

test("R76: each person may say otherwise, and may have email silent too", () => {
  const mine = { ...whileActive, push: false, email: true };
  expect(silent({ activeInApp: true, whileActive: mine, urgency: "high" })).toEqual([
    "browser",
    "email",
    "slack",
    "teams",
  ]);
});

test("what is critical reaches everybody everywhere", () => {
  expect(silent({ activeInApp: true, whileActive, urgency: "critical" })).toEqual([]);
});
