import fc from "fast-check";
import { expect, test } from "vitest";
import { memoryOf } from "./plan-memory";
import type { PreferenceLayers } from "./preference";

const topic = { key: "deals.won", media: ["desktop" as const, "email" as const] };
const channels = ["bell", "email"] as const;

test("makes a plan once for those who chose alike, and again for the other variant", () => {
  const made: string[] = [];
  const remember = memoryOf<number>(topic, channels);
  const ask = (layers: PreferenceLayers, variant: boolean) => remember(layers, variant, () => made.push("made"));
  const quiet = { channels: { bell: false, push: true }, topics: { "deals.lost": { email: true } } };
  expect(ask({ user: quiet, profiles: [] }, true)).toBe(1);
  expect(ask({ user: { channels: { bell: false }, topics: {} }, profiles: [] }, true)).toBe(1);
  expect(ask({ user: quiet, profiles: [] }, false)).toBe(2);
});

test("never takes one person's choices for another's", () => {
  fc.assert(
    fc.property(fc.array(layers, { minLength: 20, maxLength: 40 }), (people) => {
      const remember = memoryOf<string>(topic, channels);
      for (const one of people) expect(remember(one, true, () => relevant(one))).toBe(relevant(one));
    }),
  );
});

/** What the layers say about the topic, spelled out. */
function relevant({ user, profiles, account }: PreferenceLayers): string {
  const said = [user, account, ...profiles.map((one) => one.chosen)].map((chosen) => [
    ...topic.media.map((medium) => chosen?.topics[topic.key]?.[medium] ?? "silent"),
    ...channels.map((channel) => chosen?.channels[channel] ?? "silent"),
  ]);
  return JSON.stringify([said, profiles.map((one) => one.name)]);
}

const chosen = fc.record({
  channels: fc.dictionary(fc.constantFrom(...channels), fc.boolean()),
  topics: fc.dictionary(fc.constant(topic.key), fc.dictionary(fc.constantFrom(...topic.media), fc.boolean())),
});
const layers: fc.Arbitrary<PreferenceLayers> = fc.record(
  {
    user: chosen,
    profiles: fc.array(fc.record({ name: fc.constantFrom("Sales", "1"), chosen }), { maxLength: 1 }),
    account: chosen,
  },
  { requiredKeys: ["profiles"] },
);
