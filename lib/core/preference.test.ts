import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANNELS, type Channel, MEDIA, type Medium } from "./channel";
import { exampleTopic } from "./examples";
import {
  type ChosenPreferences,
  type PreferenceLayers,
  passesSwitch,
  resolveChannel,
  resolveTopic,
} from "./preference";

const topic = exampleTopic({ defaultOn: ["desktop"] });

test("falls back to the catalogue when nobody said anything", () => {
  const layers = { profiles: [] };
  expect(resolveTopic(topic, "desktop", layers)).toEqual({ enabled: true, source: "catalogue", required: false });
  expect(resolveTopic(topic, "email", layers)).toEqual({ enabled: false, source: "catalogue", required: false });
  for (const channel of CHANNELS) {
    expect(resolveChannel(channel, layers)).toEqual({ enabled: true, source: "catalogue" });
  }
});

test("lets a person's own choice precede every default, R56", () => {
  const layers = {
    user: says({ email: true }, { bell: false }),
    profiles: [{ name: "Sales", chosen: says({ email: false }, { bell: true }) }],
    account: says({ email: false }, { bell: true }),
  };
  expect(resolveTopic(topic, "email", layers)).toEqual({ enabled: true, source: "user", required: false });
  expect(resolveChannel("bell", layers)).toEqual({ enabled: false, source: "user" });
});

test("takes the first profile that says something, then the account, R55", () => {
  const sales = { name: "Sales", chosen: says({ mobile: true }) };
  const managers = { name: "Managers", chosen: says({ email: true }) };
  const layers = { profiles: [sales, managers], account: says({ email: false, apps: true }) };
  expect(resolveTopic(topic, "email", layers)).toMatchObject({ enabled: true, source: "profile:Managers" });
  expect(resolveTopic(topic, "mobile", layers)).toMatchObject({ enabled: true, source: "profile:Sales" });
  expect(resolveTopic(topic, "apps", layers)).toMatchObject({ enabled: true, source: "account" });
});

test("does not let anybody switch off what is required, R54", () => {
  const required = exampleTopic({ required: ["email"] });
  const off = says({ email: false });
  const layers = { user: off, profiles: [{ name: "Quiet", chosen: off }], account: off };
  expect(resolveTopic(required, "email", layers)).toEqual({ enabled: true, source: "required", required: true });
});

test("is off for a medium that is not offered, whatever was stored", () => {
  const visits = exampleTopic({ media: ["email"], required: ["desktop"] });
  const setting = resolveTopic(visits, "desktop", { user: says({ desktop: true }), profiles: [] });
  expect(setting).toEqual({ enabled: false, source: "catalogue", required: false });
});

test("lets required desktop pass the bell's switch and required email its own, and no other", () => {
  const required = { required: [...MEDIA] };
  expect(CHANNELS.filter((channel) => passesSwitch(required, channel))).toEqual(["bell", "email"]);
  expect(CHANNELS.filter((channel) => passesSwitch({ required: [] }, channel))).toEqual([]);
});

test("agrees with a list of votes searched from the strongest, whatever the layers", () => {
  fc.assert(
    fc.property(anyLayers, anyMedia, anyMedia, fc.constantFrom(...MEDIA), fc.constantFrom(...CHANNELS), (...given) => {
      const [layers, defaultOn, required, medium, channel] = given;
      const subject = exampleTopic({ defaultOn, required });
      const topicVotes = votes(layers, (chosen) => chosen.topics[subject.key]?.[medium]);
      if (required.includes(medium)) topicVotes.unshift([true, "required"]);
      const [enabled, source] = [...topicVotes, [defaultOn.includes(medium), "catalogue"] as const][0]!;
      expect(resolveTopic(subject, medium, layers)).toEqual({ enabled, source, required: required.includes(medium) });

      const channelVotes = votes(layers, (chosen) => chosen.channels[channel]);
      const [on, by] = [...channelVotes, [true, "catalogue"] as const][0]!;
      expect(resolveChannel(channel, layers)).toEqual({ enabled: on, source: by });
    }),
  );
});

function votes({ user, profiles, account }: PreferenceLayers, ask: (one: ChosenPreferences) => boolean | undefined) {
  const all: [ChosenPreferences | undefined, string][] = [
    [user, "user"],
    ...profiles.map(({ name, chosen }): [ChosenPreferences, string] => [chosen, `profile:${name}`]),
    [account, "account"],
  ];
  return all.flatMap(([chosen, source]): (readonly [boolean, string])[] => {
    const vote = chosen && ask(chosen);
    return vote === undefined ? [] : [[vote, source]];
  });
}

function says(
  media: Partial<Record<Medium, boolean>>,
  channels: Partial<Record<Channel, boolean>> = {},
): ChosenPreferences {
  return { channels, topics: { [topic.key]: media } };
}

const anyMedia = fc.subarray([...MEDIA]);
const anyChosen = fc.record({
  channels: fc.dictionary(fc.constantFrom(...CHANNELS), fc.boolean()),
  topics: fc.dictionary(
    fc.constantFrom(topic.key, "deals.other"),
    fc.dictionary(fc.constantFrom(...MEDIA), fc.boolean()),
  ),
});
const anyLayers: fc.Arbitrary<PreferenceLayers> = fc.record(
  {
    user: anyChosen,
    profiles: fc.array(fc.record({ name: fc.string({ minLength: 1 }), chosen: anyChosen }), { maxLength: 3 }),
    account: anyChosen,
  },
  { requiredKeys: ["profiles"] },
);
