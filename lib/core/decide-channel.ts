import type { Channel } from "./channel";
import type { ChannelDecision } from "./decision";
import type { Setting } from "./preference";

/** What one channel's end depends on, once nothing stopped the notification. */
export interface ChannelState {
  channel: Channel;
  /** Of the topic on the channel's medium. */
  topic: Setting;
  /** The channel's own switch; `passes` means that a required topic need not ask it. */
  channelSwitch: Setting & { passes: boolean };
  connected: boolean;
  activeInApp: boolean;
}

/** The decision for one channel: preference, switch, connection, presence, in that order. */
export function decideChannel(state: ChannelState): ChannelDecision {
  const { channel, topic, channelSwitch, connected } = state;
  if (!topic.enabled) return { channel, outcome: "suppressed", reason: "preference_off", source: topic.source };
  if (!channelSwitch.enabled && !channelSwitch.passes)
    return { channel, outcome: "suppressed", reason: "channel_off", source: channelSwitch.source };
  if (!connected) return { channel, outcome: "suppressed", reason: "channel_not_connected", source: "system" };
  return { channel, ...endOf(state) };
}

function endOf({ channel, topic, activeInApp }: ChannelState): Omit<ChannelDecision, "channel"> {
  const { source } = topic;
  if (channel === "bell") return { outcome: "sent", reason: "delivered", source };
  if (channel !== "popup") return { outcome: "pending", reason: "queued", source };
  // R15: only someone active sees a pop-up, and it does not wait for them.
  if (!activeInApp) return { outcome: "suppressed", reason: "not_in_app", source: "system" };
  return { outcome: "sent", reason: "delivered", source };
}
