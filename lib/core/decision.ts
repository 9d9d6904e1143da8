import type { Channel, Outcome, Reason, Source } from "./channel";

/** What became of one event for one recipient on one channel. */
export interface ChannelDecision {
  channel: Channel;
  outcome: Outcome;
  reason: Reason;
  source: Source;
}
