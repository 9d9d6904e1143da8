import type { Medium, Source } from "@/lib/core/channel";
import { CHANNELS } from "@/lib/core/channel";
import type { TopicSetting } from "@/lib/core/preference";
import type { OwnSetting, PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";

export function setting(enabled: boolean, source: Source = "catalogue", inherited = enabled): OwnSetting<TopicSetting> {
  const said = source === "user" ? "account" : source;
  return { enabled, source, required: source === "required", inherited: { enabled: inherited, source: said } };
}

export function topicOf(key: string, media: Partial<Record<Medium, OwnSetting<TopicSetting>>>): TopicPreferences {
  return { key, name: key, media, sound: null };
}

/** One section of these topics. */
export function viewOf(...topics: TopicPreferences[]): PreferencesView {
  const on = { enabled: true, source: "catalogue" as const };
  const channels = CHANNELS.map((channel) => [channel, { ...on, inherited: on, connected: true }]);
  return {
    channels: Object.fromEntries(channels),
    sections: [{ key: "deals", name: "Deals", description: "", topics }],
    sound: "chime",
    redDot: true,
    version: "1",
  };
}
