import { MEDIUM_OF, type Reason } from "./channel";
import { CHANNEL_NAMES } from "./channel-names";
import type { ChannelDecision } from "./decision";
import { passesSwitch } from "./preference";
import { preferencesAddress, QUIET_HOURS } from "./preferences-address";
import { MEDIUM_WORDS } from "./reason-words";
import type { Topic } from "./topic";

/** A setting of the reader's own, as the end of "Change …". */
export interface SettingLink {
  address: string;
  label: string;
}

/**
 * The one setting by which a person would have changed what a channel did (U17): the topic's checkbox, the channel's switch,
 * or when they want to be reached. Null where it was nobody's setting, or not theirs to change.
 */
export function settingOf(
  { channel, reason }: Pick<ChannelDecision, "channel" | "reason">,
  topic: Pick<Topic, "key" | "name" | "required">,
): SettingLink | null {
  const timing = TIMINGS[reason];
  if (timing) return timing;
  const medium = MEDIUM_OF[channel];
  const isRequired = topic.required.includes(medium);
  if (reason === "channel_off" || (OBEYED.has(reason) && isRequired)) {
    if (passesSwitch(topic, channel)) return null;
    return { address: preferencesAddress({ medium, channel }), label: `the ${CHANNEL_NAMES[channel]} switch` };
  }
  if (!OBEYED.has(reason) || isRequired) return null;
  const label = `“${topic.name}” on ${MEDIUM_WORDS[medium]}`;
  return { address: preferencesAddress({ medium, topic: topic.key }), label };
}

/** What happens because the topic is on, or off, for the medium. */
const OBEYED: ReadonlySet<Reason> = new Set(["preference_off", "delivered", "queued", "retrying", "delayed"]);

const TIMINGS: Partial<Record<Reason, SettingLink>> = {
  quiet_hours: { address: QUIET_HOURS, label: "your quiet hours" },
  paused: { address: QUIET_HOURS, label: "your pause" },
  active_in_app: { address: QUIET_HOURS, label: "what stays silent while you are active" },
  in_digest: { address: preferencesAddress({ medium: "email", channel: "email" }), label: "when email leaves" },
};
