import type { Channel, Outcome } from "./channel";
import type { SettingLink } from "./setting-of";

/** Why one notification reached one person, in plain words (`Why this?`). The person, the admin and a dry run see the same. */
export interface Explanation {
  /** The short answer: "You own this deal, and …". */
  sentence: string;
  /** The trail, in order: what happened, your relation to it, the condition. */
  steps: { label: string; detail: string }[];
  channels: ChannelExplanation[];
}

/** What became of it on one channel. `at` is RFC 3339, UTC; `sentence` says what happened and by whose decision. */
export interface ChannelExplanation {
  channel: Channel;
  label: string;
  outcome: Outcome;
  sentence: string;
  at: string;
  /** What the reader would change to have it otherwise; null where it is nobody's setting, or not the reader's. */
  setting: SettingLink | null;
}
