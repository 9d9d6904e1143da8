import type { Channel, Medium } from "./channel";
import type { Setting, TopicSetting } from "./preference";
import type { Sound } from "./sound";

/** A value, who said it, and what it would be had the person said nothing: `reset` shows only where these differ. */
export type OwnSetting<S extends Setting = Setting> = S & { inherited: Setting };

export interface TopicPreferences {
  key: string;
  name: string;
  /** One entry for each medium that the topic offers. */
  media: Partial<Record<Medium, OwnSetting<TopicSetting>>>;
  /** Of the person's own choosing; null: their sound for all. */
  sound: Sound | null;
}

export interface SectionPreferences {
  key: string;
  name: string;
  description: string;
  topics: TopicPreferences[];
}

/** All that one person's preferences pages show: gated topics are absent, so that nothing finds them (R57, R58). */
export interface PreferencesView {
  channels: Record<Channel, OwnSetting & { connected: boolean }>;
  sections: SectionPreferences[];
  sound: Sound;
  redDot: boolean;
  /** Of what is stored: a change made on an older one is refused (C7). */
  version: string;
}

/** Until somebody chooses (R9). */
export const DEFAULT_RED_DOT = true;
