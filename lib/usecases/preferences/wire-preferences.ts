import { CHANNELS, type Channel, MEDIA, type Medium } from "@/lib/core/channel";
import {
  type PreferenceLayers,
  resolveChannel,
  resolveTopic,
  type Setting,
  type TopicSetting,
} from "@/lib/core/preference";
import type { Sound } from "@/lib/core/sound";
import type { Topic } from "@/lib/core/topic";
import type { PreferencesState } from "@/lib/core/view-preferences";

/** One person's preferences on the wire (api.md, section 2). Of a topic, the media that it offers. */
export interface WirePreferences {
  channels: Record<Channel, Setting>;
  topics: Record<string, WireTopic>;
}

/** `sound` is of the person's own choosing; null where the topic has their sound for all. */
type WireTopic = Partial<Record<Medium, TopicSetting>> & { sound: Sound | null };

export function wirePreferences({ topics, layers, sounds }: PreferencesState): WirePreferences {
  return {
    channels: Object.fromEntries(CHANNELS.map((channel) => [channel, resolveChannel(channel, layers)])) as Record<
      Channel,
      Setting
    >,
    topics: Object.fromEntries(
      [...topics.values()].map((topic) => [topic.key, wireTopic(topic, layers, sounds.get(topic.key) ?? null)]),
    ),
  };
}

function wireTopic(topic: Topic, layers: PreferenceLayers, sound: Sound | null): WireTopic {
  const offered = MEDIA.filter((medium) => topic.media.includes(medium));
  return { ...Object.fromEntries(offered.map((medium) => [medium, resolveTopic(topic, medium, layers)])), sound };
}
