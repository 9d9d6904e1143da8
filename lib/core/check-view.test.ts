import { expect, test } from "vitest";
import { type ChannelFacts, type Silence, silencesOf } from "./check-view";
import { DEFAULT_SCHEDULE, type EmailTiming } from "./schedule";

const now = new Date("2026-11-21T12:00:00Z");
const FINE: ChannelFacts = {
  channel: "email",
  setting: { enabled: true, source: "catalogue" },
  connected: true,
  failing: false,
  suppressed: false,
  capped: 0,
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
  [{ capped: 3 }, ["daily_cap"]],
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
  expect(why({ timing, channel: "popup" })).toEqual(["paused"]);
  expect(why({ timing, channel: "browser" })).toEqual(["active", "paused"]);
});

test.each<[EmailTiming, Silence]>([
  [
    { kind: "weekly", weekday: 1, at: "08:00" },
    { why: "in_digest", until: "2026-11-23T08:00:00.000Z" },
  ],
  [
    { kind: "unread_after", minutes: 10 },
    { why: "delayed", until: "2026-11-21T12:10:00.000Z" },
  ],
])("email that leaves %o does not come through now: %o", (email, silence) => {
  const timing = { schedule: { ...DEFAULT_SCHEDULE, email }, zone: "UTC" };
  expect(silencesOf({ ...FINE, timing })).toEqual([silence]);
  expect(why({ timing, channel: "webhook" })).toEqual([]);
});
