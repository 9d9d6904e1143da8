import { expect, test } from "vitest";
import { type ChannelFacts, silencesOf } from "./check-view";
import { DEFAULT_SCHEDULE } from "./schedule";

const now = new Date("2026-11-21T12:00:00Z");
const FINE: ChannelFacts = {
  channel: "email",
  setting: { enabled: true, source: "catalogue" },
  connected: true,
  failing: false,
  suppressed: false,
  on: 3,
  timing: { schedule: DEFAULT_SCHEDULE, zone: "UTC" },
  now,
};
const why = (facts: Partial<ChannelFacts>) => silencesOf({ ...FINE, ...facts }).map((one) => one.why);

test("nothing keeps a channel silent that is on, connected and wanted", () => {
  for (const channel of ["bell", "popup", "email", "webhook"] as const) expect(why({ channel })).toEqual([]);
});

test.each<[Partial<ChannelFacts>, string[]]>([
  [{ setting: { enabled: false, source: "user" } }, ["switched_off"]],
  [{ connected: false, channel: "webhook" }, ["not_connected"]],
  [{ on: 0 }, ["no_topic"]],
  [{ suppressed: true }, ["address_suppressed"]],
  [{ failing: true }, ["failing"]],

  [{ channel: "push" }, ["active"]],

  [{ channel: "push", connected: false, on: 0 }, ["not_connected", "no_topic"]],
])("%o: %o (R92)", (facts, silences) => {
  expect(why(facts)).toEqual(silences);
});

test("a pause holds what is outside, and says until when; the bell goes on", () => {
  const pausedUntil = new Date("2026-11-21T13:00:00Z");
  const timing = { schedule: { ...DEFAULT_SCHEDULE, pausedUntil }, zone: "UTC" };
  expect(silencesOf({ ...FINE, timing })).toEqual([{ why: "paused", until: pausedUntil.toISOString() }]);
  expect(why({ timing, channel: "bell" })).toEqual([]);
});
