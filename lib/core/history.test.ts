import { expect, test } from "vitest";
import type { Channel } from "./channel";
import type { ChannelDecision } from "./decision";
import { exampleEvent, exampleRecipient, exampleTopic } from "./examples";
import { planEvent } from "./fan-out";
import { historyLines, isAskedFor } from "./history";
import type { KnownRecipient } from "./recipient";
import { timeDecision } from "./time-decision";
import type { Topic } from "./topic";

function decided(topic: Partial<Topic> = {}, recipient: Partial<KnownRecipient> = {}) {
  const given = { topic: exampleTopic(topic), event: exampleEvent() };
  const person = exampleRecipient(recipient);
  const now = new Date("2026-11-21T18:51:00Z");
  const { decision } = timeDecision(planEvent(given).decide(person), {
    ...person,
    timing: null,
    urgency: "normal",
    now,
  });
  return { decision, lines: historyLines(decision, given.event, given.topic) };
}

const switchedOff = (channel: Channel) => ({
  layers: { profiles: [], user: { channels: { [channel]: false }, topics: {} } },
});

test("tells channels that did the same for the same reason in one line", () => {
  const { lines } = decided({ media: ["desktop"] });
  expect(lines).toEqual([
    {
      outcome: "sent",
      labels: ["Bell", "Pop-up"],
      sentence: "Delivered: “Deal changed stage” is on for desktop by default.",
      setting: expect.objectContaining({ address: "/settings/notifications/desktop?topic=deals.stage_changed" }),
      quiet: false,
    },
    expect.objectContaining({ labels: ["Browser"], sentence: "You were active in the app at that moment." }),
    expect.objectContaining({ sentence: "Not offered for this", quiet: true, setting: null }),
  ]);
});

test("tells first what came, then what did not and by whose choice", () => {
  const { lines } = decided({ media: ["desktop"] }, switchedOff("bell"));
  expect(lines.map(({ labels, sentence }) => [labels.join(), sentence]).slice(0, 2)).toEqual([
    ["Pop-up", "Delivered: “Deal changed stage” is on for desktop by default."],
    ["Bell", "Bell is switched off by your own choice."],
  ]);
  expect(lines[1]?.setting?.address).toBe("/settings/notifications/desktop?channel=bell");
});

test("tells what came also where its email stayed behind, for who was deactivated meanwhile", () => {
  const { decision } = decided({ media: ["desktop", "email"] });
  const later = decision.map((one) =>
    one.channel === "email" ? ({ ...one, outcome: "suppressed", reason: "inactive_user" } as const) : one,
  );
  expect(historyLines(later, exampleEvent(), exampleTopic()).map(({ labels }) => labels.join())).toEqual([
    "Bell,Pop-up",
    "Browser",
    "Email",
    "Slack,Microsoft Teams,Webhook,Mobile push",
  ]);
});

test("tells once why nothing was sent at all", () => {
  const { lines } = decided({}, { id: "grace" });
  expect(lines).toEqual([
    {
      outcome: "suppressed",
      labels: [],
      sentence: "Nothing was sent: you did this yourself.",
      setting: null,
      quiet: false,
    },
  ]);
});

test("is asked for by what came, on which channel, and why", () => {
  const one = (channel: Channel, more: Partial<ChannelDecision>): ChannelDecision => ({
    channel,
    outcome: "suppressed",
    reason: "preference_off",
    source: "user",
    ...more,
  });
  const decision = [one("bell", { outcome: "sent", reason: "delivered" }), one("email", {})];
  expect(isAskedFor(decision, { show: "all" })).toBe(true);
  expect(isAskedFor(decision, { show: "reached" })).toBe(true);
  expect(isAskedFor(decision, { show: "missed" })).toBe(false);
  expect(isAskedFor(decision, { show: "missed", channel: "email" })).toBe(true);
  expect(isAskedFor(decision, { show: "reached", channel: "email" })).toBe(false);
  expect(isAskedFor(decision, { show: "all", reason: "preference_off" })).toBe(true);
  expect(isAskedFor(decision, { show: "all", channel: "bell", reason: "preference_off" })).toBe(false);
});
