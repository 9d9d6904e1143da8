import type { Channel, Outcome, Reason, Source } from "./channel";

/** What became of one event for one recipient on one channel. */
export interface ChannelDecision {
  channel: Channel;
  outcome: Outcome;
  reason: Reason;
  source: Source;
}

/** A delivery, by when it ended and how. */
interface Ended {
  channel: Channel;
  state: string;
  endedAt: Date | null;
}

/** The channels of what was decided at `at`, each with when it became so: what waited leaves long after. RFC 3339, UTC. */
export function dated(
  { channels, at }: { channels: readonly ChannelDecision[]; at: Date },
  deliveries: readonly Ended[],
): (ChannelDecision & { at: string })[] {
  return channels.map((one) => {
    const ends = deliveries.filter(({ channel, state }) => channel === one.channel && state === one.outcome);
    const first = Math.min(...ends.map(({ endedAt }) => endedAt?.getTime() ?? Number.POSITIVE_INFINITY));
    return { ...one, at: (Number.isFinite(first) ? new Date(first) : at).toISOString() };
  });
}
