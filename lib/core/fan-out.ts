import { CHANNELS, type Channel, MEDIUM_OF } from "./channel";
import { BUILT_IN_CHANNELS } from "./connected";
import { decideChannel } from "./decide-channel";
import type { ChannelDecision } from "./decision";
import { memoryOf } from "./plan-memory";
import { type PreferenceLayers, passesSwitch, resolveChannel, resolveTopic } from "./preference";
import type { KnownRecipient } from "./recipient";
import { type DecidableEvent, type Stop, stopsOf } from "./stops";
import type { Topic } from "./topic";

/** What becomes of one event for one recipient. Recipients with the same end share one frozen plan. */
export interface Plan {
  /** Whether a notification exists at all: nothing stops it, and some medium says yes (A16). */
  notify: boolean;
  /** Whether it is in the bell and counts as unread. */
  inBell: boolean;
  popup: boolean;
  /** All channels, in the order of `CHANNELS`. */
  decision: readonly ChannelDecision[];
}

export interface FanOut {
  decide(recipient: KnownRecipient): Plan;
  /** For a recipient who is no user here. */
  decideUnknown(): Plan;
}

/**
 * Prepares an event, so that a recipient costs a few look-ups. `connected` are the channels that can deliver to whoever
 * does not say what can deliver to them.
 */
export function planEvent({
  event,
  topic,
  connected = BUILT_IN_CHANNELS,
}: {
  event: DecidableEvent;
  topic: Topic;
  connected?: ReadonlySet<Channel>;
}): FanOut {
  const stops = stopsOf(event, topic);
  const common = plansOf(topic, connected);

  return {
    decide(recipient) {
      for (const stop of stops) if (stop.appliesTo(recipient)) return common.stopped(stop);
      const { layers, activeInApp, connected: own = connected } = recipient;
      const { offered, reached } = own === connected ? common : plansOf(topic, own);
      return reached(layers, activeInApp, () => reachedPlan({ topic, offered, connected: own, layers, activeInApp }));
    },
    decideUnknown: () => common.stopped(UNKNOWN),
  };
}

const UNKNOWN = { reason: "unknown_recipient", source: "system" } as const;

type StoppedBy = Pick<Stop, "reason" | "source">;

interface Plans {
  offered: readonly Channel[];
  reached: ReturnType<typeof memoryOf<Plan>>;
  stopped(stop: StoppedBy): Plan;
}

const known = new WeakMap<Topic, WeakMap<ReadonlySet<Channel>, Plans>>();

/** The plans of one topic, whatever the event: made when first needed, and kept as long as the topic and the set are. */
function plansOf(topic: Topic, connected: ReadonlySet<Channel>): Plans {
  const ofTopic = known.get(topic) ?? new WeakMap<ReadonlySet<Channel>, Plans>();
  known.set(topic, ofTopic);
  const plans = ofTopic.get(connected) ?? makePlans(topic);
  ofTopic.set(connected, plans);
  return plans;
}

function makePlans(topic: Topic): Plans {
  const offered = CHANNELS.filter((channel) => topic.media.includes(MEDIUM_OF[channel]));
  const made = new Map<string, Plan>();
  return {
    offered,
    reached: memoryOf<Plan>(topic, offered),
    stopped(stop) {
      const plan = made.get(stop.reason) ?? planOf(offered, false, (channel) => stopAt(stop, channel));
      made.set(stop.reason, plan);
      return plan;
    },
  };
}

function stopAt({ reason, source }: StoppedBy, channel: Channel): ChannelDecision {
  return { channel, outcome: "suppressed", reason, source };
}

/** The plan for a recipient whom nothing stopped. */
function reachedPlan({
  topic,
  offered,
  connected,
  layers,
  activeInApp,
}: {
  topic: Topic;
  offered: readonly Channel[];
  connected: ReadonlySet<Channel>;
  layers: PreferenceLayers;
  activeInApp: boolean;
}): Plan {
  const notify = topic.media.some((medium) => {
    const { enabled, required } = resolveTopic(topic, medium, layers);
    const channels = offered.filter((channel) => MEDIUM_OF[channel] === medium);
    return required || (enabled && channels.some((channel) => resolveChannel(channel, layers).enabled));
  });
  return planOf(offered, notify, (channel) =>
    decideChannel({
      channel,
      topic: resolveTopic(topic, MEDIUM_OF[channel], layers),
      channelSwitch: { ...resolveChannel(channel, layers), passes: passesSwitch(topic, channel) },
      connected: connected.has(channel),
      activeInApp,
    }),
  );
}

function planOf(offered: readonly Channel[], notify: boolean, decide: (channel: Channel) => ChannelDecision): Plan {
  const decision = CHANNELS.map((channel) =>
    Object.freeze(offered.includes(channel) ? decide(channel) : notOffered(channel)),
  );
  const isSent = (channel: Channel) => decision.some((one) => one.channel === channel && one.outcome === "sent");
  return Object.freeze({ notify, inBell: isSent("bell"), popup: isSent("popup"), decision: Object.freeze(decision) });
}

function notOffered(channel: Channel): ChannelDecision {
  return { channel, outcome: "suppressed", reason: "medium_not_offered", source: "catalogue" };
}
