import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANNELS, type Channel, MEDIA, MEDIUM_OF, type Medium } from "./channel";
import { exampleRecipient, exampleTopic } from "./examples";
import { planEvent } from "./fan-out";
import { ACCOUNT, type DefaultsProfile, layersOver, type OwnChoice } from "./layers";
import { afterChange, changeFaults, planChange, type StoredState } from "./plan-change";
import type { PreferenceChange } from "./preference-change";
import type { TopicPreferences } from "./preferences-view";
import type { Role } from "./role";
import { SOUNDS } from "./sound";
import type { Topic } from "./topic";
import { mayHave } from "./topic-gate";
import { viewPreferences } from "./view-preferences";

interface World {
  topics: Topic[];
  profiles: DefaultsProfile[];
  groups: string[];
  choices: OwnChoice[];
  person: { role: Role; permissions: string[] };
}

test("R54 to R56: the page shows what the written rules say, and what would hold without the person's word", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { sections, channels } = pageOf(stateOf(world));
      const shown = sections.flatMap(({ topics }) => topics);
      expect(shown.map(({ key }) => key)).toEqual(
        world.topics.filter((one) => exists(one, world)).map(({ key }) => key),
      );
      for (const { key, media } of shown) {
        const topic = world.topics.find((one) => one.key === key)!;
        expect(Object.keys(media).sort()).toEqual([...topic.media].sort());
        for (const medium of topic.media) expect(media[medium]).toEqual(byTheRules(world, topic, medium));
      }
      for (const channel of CHANNELS) {
        const { connected, ...setting } = channels[channel];
        expect(setting).toEqual(switchByTheRules(world, channel));
      }
    }),
    { numRuns: 500 },
  );
});

test("the page and deciding never differ: same yes, same source, and what is not shown is not sent", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { sections, channels } = pageOf(stateOf(world));
      const shown = new Map(sections.flatMap(({ topics }) => topics.map((topic) => [topic.key, topic])));
      for (const topic of world.topics) {
        const { decision } = planEvent({ event: { origin: "ui" }, topic, connected: new Set(CHANNELS) }).decide(
          exampleRecipient({ ...world.person, layers: stateOf(world).layers }),
        );
        for (const { channel, reason, source } of decision) {
          const expected = expectedOf(topic, shown.get(topic.key), channel, channels[channel]);
          expect({ channel, reason, source }).toEqual({ channel, ...expected });
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("any change does what it says and no more, and its undo leads back to what held before", () => {
  fc.assert(
    fc.property(anyWorld, anyChange, (world, wanted) => {
      const before = stateOf(world);
      const change = possible(wanted, before);
      expect(changeFaults(change, before)).toEqual([]);
      const plan = planChange(change, before);
      const after = afterChange(before, plan, LATER);
      const expected = stateOf({ ...world, choices: applied(change, world) });
      expect(pageOf(after).sections.map(withoutSounds)).toEqual(pageOf(expected).sections.map(withoutSounds));
      expect(pageOf(after).channels).toEqual(pageOf(expected).channels);

      expect(changeFaults(plan.undo, after)).toEqual([]);
      const back = afterChange(after, planChange(plan.undo, after), LATER);
      expect(pageOf(back).sections).toEqual(pageOf(before).sections);
      expect(pageOf(back).channels).toEqual(pageOf(before).channels);
      expect([back.sound, back.redDot]).toEqual([before.sound, before.redDot]);
    }),
    { numRuns: 500 },
  );
});

test("a default applied to everyone silences only what was chosen until then, and only where it would hold", () => {
  const choice: OwnChoice = { topic: "deals.won", target: "email", enabled: true, updatedAt: new Date(10) };
  const says = (id: string, until: number | null): DefaultsProfile => ({
    id,
    name: id,
    position: id === ACCOUNT ? 9 : 1,
    groupIds: ["sales"],
    defaults: [{ ...choice, enabled: false, overridesUntil: until === null ? null : new Date(until) }],
  });
  const own = (profiles: DefaultsProfile[], groups: string[] = []) =>
    layersOver(profiles)(groups, [choice]).user?.topics["deals.won"]?.email;
  expect(own([says(ACCOUNT, null)])).toBe(true);
  expect(own([says(ACCOUNT, 9)])).toBe(true);
  expect(own([says(ACCOUNT, 10)])).toBeUndefined();
  expect(own([says(ACCOUNT, 11)])).toBeUndefined();
  expect(own([says("sales", 11)])).toBe(true);
  expect(own([says("sales", 11)], ["sales"])).toBeUndefined();
  // Sales decides for its people, so what the account applied does not reach them.
  expect(own([says(ACCOUNT, 11), says("sales", null)], ["sales"])).toBe(true);
});

const SECTION = { key: "deals", name: "Deals", description: "" };
const LATER = new Date(100);

function stateOf({ topics, profiles, groups, choices, person }: World): StoredState {
  const layersOf = layersOver(profiles);
  return {
    topics: new Map(topics.filter((topic) => mayHave(topic, person)).map((topic) => [topic.key, topic])),
    choices,
    layers: layersOf(groups, choices),
    layersWith: (chosen) => layersOf(groups, chosen),
    sounds: new Map([["deals.a", "glass"]]),
    sound: null,
    redDot: null,
    version: "0",
  };
}

function pageOf(state: StoredState) {
  return viewPreferences(state, [SECTION], new Set(["bell"]));
}

/** The rules read from the weakest voice to the strongest, each over the last; the person speaks after all of them. */
function byTheRules(world: World, topic: Topic, medium: Medium) {
  const isRequired = topic.required.includes(medium);
  const heard = hear(world, topic.key, medium, { enabled: topic.defaultOn.includes(medium), source: "catalogue" });
  const forced = { enabled: true, source: "required" };
  return {
    ...(isRequired ? forced : heard.own),
    required: isRequired,
    inherited: isRequired ? forced : heard.inherited,
  };
}

function switchByTheRules(world: World, channel: Channel) {
  const { own, inherited } = hear(world, "", channel, { enabled: true, source: "catalogue" });
  return { ...own, inherited };
}

function hear(
  { profiles, groups, choices }: World,
  topic: string,
  target: string,
  first: { enabled: boolean; source: string },
) {
  let inherited = first;
  let appliedToAll = Number.NEGATIVE_INFINITY;
  const weakestFirst = [
    ...profiles.filter(({ id }) => id === ACCOUNT),
    ...profiles
      .filter(({ id, groupIds }) => id !== ACCOUNT && groups.some((group) => groupIds.includes(group)))
      .sort((a, b) => b.position - a.position),
  ];
  for (const { id, name, defaults } of weakestFirst) {
    for (const one of defaults) {
      if (one.topic !== topic || one.target !== target) continue;
      inherited = { enabled: one.enabled, source: id === ACCOUNT ? "account" : `profile:${name}` };
      appliedToAll = one.overridesUntil?.getTime() ?? Number.NEGATIVE_INFINITY;
    }
  }
  const said = choices.find((one) => one.topic === topic && one.target === target);
  const counts = said && said.updatedAt.getTime() > appliedToAll;
  return { inherited, own: counts ? { enabled: said.enabled, source: "user" } : inherited };
}

function exists({ permission, role }: Topic, { person }: World): boolean {
  const rank = { member: 0, admin: 1, super_admin: 2 };
  return (!permission || person.permissions.includes(permission)) && (!role || rank[person.role] >= rank[role]);
}

function expectedOf(
  topic: Topic,
  shown: TopicPreferences | undefined,
  channel: Channel,
  state: { enabled: boolean; source: string },
) {
  const medium = MEDIUM_OF[channel];
  if (!topic.media.includes(medium)) return { reason: "medium_not_offered", source: "catalogue" };
  const setting = shown?.media[medium];
  if (!setting) return { reason: "missing_permission", source: "catalogue" };
  if (!setting.enabled) return { reason: "preference_off", source: setting.source };
  const passes = setting.required && (channel === "bell" || channel === "email");
  if (!state.enabled && !passes) return { reason: "channel_off", source: state.source };
  const delivered = channel === "bell" || channel === "popup";
  return { reason: delivered ? "delivered" : "queued", source: setting.source };
}

/** Without what would be refused: see `changeFaults`. */
function possible(change: PreferenceChange, { topics }: StoredState): PreferenceChange {
  const named = Object.entries(change.topics ?? {}).flatMap(([key, wanted]) => {
    const topic = topics.get(key);
    if (!topic) return [];
    const media = topic.media.filter((medium) => wanted[medium]?.enabled !== false || !topic.required.includes(medium));
    return [
      [key, Object.fromEntries(media.filter((medium) => medium in wanted).map((medium) => [medium, wanted[medium]]))],
    ];
  });
  return { ...change, topics: Object.fromEntries(named) };
}

/** The choices as a change leaves them, by hand. */
function applied({ channels, topics }: PreferenceChange, { choices, topics: known }: World): OwnChoice[] {
  let left = choices;
  const set = (topic: string, target: Medium | Channel, wanted: { enabled: boolean } | null | undefined) => {
    if (wanted === undefined) return;
    left = left.filter((one) => one.topic !== topic || one.target !== target);
    if (wanted) left = [...left, { topic, target, enabled: wanted.enabled, updatedAt: LATER }];
  };
  for (const channel of CHANNELS) set("", channel, channels?.[channel]);
  for (const { key, required } of known) {
    for (const medium of MEDIA) if (!required.includes(medium)) set(key, medium, topics?.[key]?.[medium]);
  }
  return left;
}

function withoutSounds({ topics }: { topics: TopicPreferences[] }) {
  return topics.map(({ key, media }) => ({ key, media }));
}

// Small worlds, so that names and times meet each other often.
const KEYS = ["deals.a", "deals.b"] as const;
const target = fc.oneof(
  fc.record({ topic: fc.constantFrom<string>(...KEYS), target: fc.constantFrom<Medium | Channel>(...MEDIA) }),
  fc.record({ topic: fc.constant(""), target: fc.constantFrom<Medium | Channel>(...CHANNELS) }),
);
const time = fc.integer({ min: 1, max: 4 }).map((ms) => new Date(ms));
const once = { selector: ({ topic, target }: { topic: string; target: string }) => `${topic} ${target}` };
const defaults = fc.uniqueArray(
  fc
    .tuple(target, fc.boolean(), fc.option(time, { freq: 2 }))
    .map(([about, enabled, overridesUntil]) => ({ ...about, enabled, overridesUntil })),
  { maxLength: 12, ...once },
);
const group = fc.constantFrom("sales", "support", "board");
const named = fc
  .uniqueArray(fc.record({ position: fc.integer({ min: 1, max: 5 }), groupIds: fc.uniqueArray(group), defaults }), {
    maxLength: 3,
    selector: ({ position }) => position,
  })
  .map((all) => all.map((one, at) => ({ ...one, id: `prf_${at}`, name: `Profile ${at}` })));
const account = fc.record({
  id: fc.constant(ACCOUNT),
  name: fc.constant("Account"),
  position: fc.constant(0),
  groupIds: fc.constant([]),
  defaults,
});

const anyWorld: fc.Arbitrary<World> = fc.record({
  topics: fc.tuple(...KEYS.map(topicOf)),
  profiles: fc.tuple(named, fc.option(account)).map(([all, own]) => (own ? [own, ...all] : all)),
  groups: fc.uniqueArray(group),
  choices: fc.uniqueArray(
    fc.tuple(target, fc.boolean(), time).map(([about, enabled, updatedAt]) => ({ ...about, enabled, updatedAt })),
    { maxLength: 12, ...once },
  ),
  person: fc.record({
    role: fc.constantFrom<Role>("member", "admin", "super_admin"),
    permissions: fc.subarray(["forms"]),
  }),
});

function topicOf(key: string): fc.Arbitrary<Topic> {
  return fc
    .record({
      media: fc.subarray([...MEDIA], { minLength: 1 }),
      defaultOn: fc.subarray([...MEDIA]),
      required: fc.subarray([...MEDIA], { maxLength: 1 }),
      permission: fc.option(fc.constant("forms"), { freq: 1 }),
      role: fc.option(fc.constantFrom<Role>("super_admin"), { freq: 1 }),
    })
    .map((told) => exampleTopic({ ...told, required: told.required.filter((one) => told.media.includes(one)), key }));
}

const choice = fc.option(fc.record({ enabled: fc.boolean() }), { freq: 3 });
const anyChange: fc.Arbitrary<PreferenceChange> = fc.record(
  {
    channels: fc.dictionary(fc.constantFrom(...CHANNELS), choice),
    topics: fc.dictionary(
      fc.constantFrom(...KEYS),
      fc.record({ email: choice, desktop: choice, apps: choice, mobile: choice }, { requiredKeys: [] }),
    ),
    sound: fc.option(fc.constantFrom(...SOUNDS)),
    red_dot: fc.option(fc.boolean()),
  },
  { requiredKeys: [] },
);
