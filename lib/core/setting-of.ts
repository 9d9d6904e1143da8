import { MEDIUM_OF, type Reason } from "./channel";
import { CHANNEL_NAMES } from "./channel-names";
import type { ChannelDecision } from "./decision";
import { passesSwitch } from "./preference";
import { preferencesAddress } from "./preferences-address";
import { MEDIUM_WORDS } from "./reason-words";
import type { Topic } from "./topic";

/** A setting of the reader's own, as the end of "Change …". */
export interface SettingLink {
  address: string;
  label: string;
}

/**
 * The one setting by which a person would have changed what a channel did (U17): the topic's checkbox, or the channel's
 * switch. Null where it was nobody's setting, or not theirs to change.
 */
export function settingOf(
  { channel, reason }: Pick<ChannelDecision, "channel" | "reason">,
  topic: Pick<Topic, "key" | "name" | "required">,
): SettingLink | null {
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
const OBEYED: ReadonlySet<Reason> = new Set([
  "preference_off",
  "delivered",
  "queued",
  "retrying",
  "delayed",
  "in_digest",
]);
