import fc from "fast-check";
import { expect, test } from "vitest";
import { CHANNELS, type Channel, MEDIA, MEDIUM_OF, type Medium } from "./channel";
import { exampleTopic } from "./examples";
import { planEvent } from "./fan-out";
import type { ChosenPreferences } from "./preference";
import type { KnownRecipient } from "./recipient";
import type { DecidableEvent } from "./stops";
import type { Topic } from "./topic";

type Case = { topic: Topic; event: DecidableEvent; recipients: KnownRecipient[]; connected: Set<Channel> };

test("decides as the written rules do, whoever was decided before", { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(anyCase, ({ topic, event, recipients, connected }) => {
      const plans = planEvent({ topic, event, connected });
      for (const recipient of recipients) {
        const { notify, inBell, popup, decision } = plans.decide(recipient);
        const expected = CHANNELS.map((channel) => byTheRules(channel, { topic, event, recipient, connected }));
        const isSent = (channel: Channel) => expected[CHANNELS.indexOf(channel)]!.startsWith("sent");
        expect({ notify, inBell, popup, decision: decision.map(asText) }).toEqual({
          notify: exists({ topic, event, recipient }),
          inBell: isSent("bell"),
          popup: isSent("popup"),
          decision: expected,
        });
      }
    }),
    { numRuns: 500 },
  );
});

type One = { topic: Topic; event: DecidableEvent; recipient: KnownRecipient };

/** The rules of the specification read line by line: the first line that holds is the answer. */
function byTheRules(channel: Channel, { connected, ...one }: One & { connected: Set<Channel> }): string {
  const { topic, recipient } = one;
  const medium = MEDIUM_OF[channel];
  const stop = stopOf(one);
  const [topicOn, topicBy] = wish(one, medium);
  const [channelOn, channelBy] = said(recipient, (chosen) => chosen.channels[channel]) ?? [true, "catalogue"];
  const forced = topic.required.includes(medium) && ["bell", "email"].includes(channel);
  const lines: [boolean, string][] = [
    [!topic.media.includes(medium), "suppressed medium_not_offered catalogue"],
    [stop !== null, `suppressed ${stop}`],
    [!topicOn, `suppressed preference_off ${topicBy}`],
    [!channelOn && !forced, `suppressed channel_off ${channelBy}`],
    [!connected.has(channel), "suppressed channel_not_connected system"],
    [channel === "popup" && !recipient.activeInApp, "suppressed not_in_app system"],
    [channel === "bell" || channel === "popup", `sent delivered ${topicBy}`],
    [true, `pending queued ${topicBy}`],
  ];
  return lines.find(([holds]) => holds)![1];
}

function stopOf({ topic, event, recipient }: One): string | null {
  const { visible_to: visible } = event;
  const welcome = recipient.routes.filter(({ as, group, main }) => {
    if (topic.members && group && !main) return false;
    const listed = as !== null && topic.audience.includes(as);
    return topic.strict ? listed : listed || as === null || topic.audience.length === 0;
  });
  const mayRead =
    visible?.users?.includes(recipient.id) ||
    visible?.groups?.some((group) => recipient.groups.includes(group)) ||
    visible?.permissions?.some((permission) => recipient.permissions.includes(permission));
  const rank = { member: 0, admin: 1, super_admin: 2 };
  if (!recipient.active) return "inactive_user system";
  if (topic.ignoreOrigins.some((origin) => origin === event.origin)) return "silent_origin catalogue";
  if (welcome.length === 0) return "not_in_audience catalogue";
  if (visible !== undefined && !mayRead) return "no_access event";
  if (!topic.allowOwnAction && JSON.stringify(event.actor) === JSON.stringify({ user: recipient.id }))
    return "own_action system";
  const value = event.data?.value;
  if (topic.condition !== null && !(typeof value === "number" && value >= 1)) return "condition_not_met catalogue";
  if (topic.permission !== null && !recipient.permissions.includes(topic.permission))
    return "missing_permission catalogue";
  if (topic.role !== null && rank[recipient.role] < rank[topic.role]) return "missing_permission catalogue";
  return null;
}

function exists(one: One): boolean {
  if (stopOf(one) !== null) return false;
  return one.topic.media.some((medium) => {
    const ways = CHANNELS.filter((channel) => MEDIUM_OF[channel] === medium);
    const open = ways.filter((way) => said(one.recipient, (chosen) => chosen.channels[way])?.[0] !== false);
    return one.topic.required.includes(medium) || (wish(one, medium)[0] && open.length > 0);
  });
}

function wish({ topic, recipient }: One, medium: Medium): [boolean, string] {
  if (topic.required.includes(medium)) return [true, "required"];
  return (
    said(recipient, (chosen) => chosen.topics[topic.key]?.[medium]) ?? [topic.defaultOn.includes(medium), "catalogue"]
  );
}

/** Written from the weakest layer to the strongest, each over the last. */
function said(
  { layers }: KnownRecipient,
  ask: (chosen: ChosenPreferences) => boolean | undefined,
): [boolean, string] | null {
  let answer: [boolean, string] | null = null;
  const hear = (chosen: ChosenPreferences | undefined, source: string) => {
    const vote = chosen && ask(chosen);
    if (vote !== undefined) answer = [vote, source];
  };
  hear(layers.account, "account");
  for (const { name, chosen } of [...layers.profiles].reverse()) hear(chosen, `profile:${name}`);
  hear(layers.user, "user");
  return answer;
}

function asText({ outcome, reason, source }: { outcome: string; reason: string; source: string }): string {
  return `${outcome} ${reason} ${source}`;
}

// Small worlds, so that names meet each other often.
const [relation, group, permission, user] = [
  fc.constantFrom("owner", "follower", "creator"),
  fc.constantFrom("sales", "support"),
  fc.constantFrom("forms", "inbox"),
  fc.constantFrom("ada", "bo"),
];
const mostly = (usual: boolean) => fc.integer({ min: 0, max: 9 }).map((roll) => (roll === 0 ? !usual : usual));
const role = fc.constantFrom("member", "admin", "super_admin");
const origin = fc.constantFrom("ui", "api", "import");

const topic = fc
  .record({
    audience: fc.subarray(["owner", "follower"]),
    strict: mostly(false),
    media: fc.subarray([...MEDIA], { minLength: 1 }),
    defaultOn: fc.subarray([...MEDIA]),
    required: fc.subarray([...MEDIA], { maxLength: 2 }),
    permission: fc.option(permission, { freq: 2 }),
    role: fc.option(role, { freq: 2 }),
    condition: fc.constantFrom(null, null, "data.value >= 1"),
    members: fc.constantFrom(null, "main"),
    ignoreOrigins: fc.subarray(["api", "import"]),
    allowOwnAction: fc.boolean(),
  })
  .map((told) => exampleTopic(told as Partial<Topic>));

const event: fc.Arbitrary<DecidableEvent> = fc.record(
  {
    origin,
    actor: fc.oneof(fc.record({ user }), fc.record({ name: user })),
    data: fc.record({ value: fc.constantFrom<unknown>(0, 0.99, 1, 2, null, "2") }, { requiredKeys: [] }),
    visible_to: fc.record(
      { users: fc.array(user), groups: fc.array(group), permissions: fc.array(permission) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["origin"] },
);

const chosen = fc.record({
  channels: fc.dictionary(fc.constantFrom(...CHANNELS), fc.boolean()),
  topics: fc.dictionary(
    fc.constantFrom("deals.stage_changed", "deals.other"),
    fc.dictionary(fc.constantFrom(...MEDIA), fc.boolean()),
  ),
});

const recipient: fc.Arbitrary<KnownRecipient> = fc.record({
  id: user,
  email: fc.constant("ada@example.com"),
  name: fc.constant("Ada"),
  role,
  active: mostly(true),
  permissions: fc.uniqueArray(permission),
  routes: fc.array(
    fc.record({ as: fc.option(relation, { nil: null }), group: fc.option(group, { nil: null }), main: fc.boolean() }),
    { maxLength: 3 },
  ),
  groups: fc.uniqueArray(group),
  layers: fc.record(
    {
      user: chosen,
      profiles: fc.array(fc.record({ name: fc.constantFrom("Sales", "1", "+"), chosen }), { maxLength: 2 }),
      account: chosen,
    },
    { requiredKeys: ["profiles"] },
  ),
  activeInApp: fc.boolean(),
  openInApp: fc.boolean(),
});

const anyCase: fc.Arbitrary<Case> = fc.record({
  topic,
  event,
  recipients: fc.array(recipient, { minLength: 1, maxLength: 4 }),
  connected: fc.subarray([...CHANNELS]).map((channels) => new Set(channels)),
});
