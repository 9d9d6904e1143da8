import { CHANNELS, type Channel } from "./channel";
import { type PreferenceLayers, resolveChannel, resolveTopic } from "./preference";
import {
  DEFAULT_RED_DOT,
  type PreferencesView,
  type SectionPreferences,
  type TopicPreferences,
} from "./preferences-view";
import { DEFAULT_SOUND, type Sound } from "./sound";
import type { Section, Topic } from "./topic";

/** What one person's preferences are made of. `topics` are those that the person may have (`mayHave`), in order. */
export interface PreferencesState {
  topics: ReadonlyMap<string, Topic>;
  layers: PreferenceLayers;
  /** Of the person's own choosing; by topic. */
  sounds: ReadonlyMap<string, Sound>;
  sound: Sound | null;
  redDot: boolean | null;
  version: string;
}

/** All that the pages of one person's preferences show; a section without topics vanishes (R47, R57). */
export function viewPreferences(
  state: PreferencesState,
  sections: readonly Omit<Section, "topics">[],
  connected: ReadonlySet<Channel>,
): PreferencesView {
  return {
    channels: viewChannels(state.layers, connected),
    sections: sections
      .map(({ key, name, description }): SectionPreferences => {
        const topics = [...state.topics.values()].filter(({ section }) => section === key);
        return { key, name, description, topics: topics.map((topic) => viewTopic(topic, state)) };
      })
      .filter(({ topics }) => topics.length > 0),
    ...viewSettings(state),
    version: state.version,
  };
}

/** A topic on each of its media: what holds, who said it, and what would hold without the person's choice. */
export function viewTopic(topic: Topic, { layers, sounds }: PreferencesState): TopicPreferences {
  const others = { ...layers, user: undefined };
  const media = topic.media.map((medium) => {
    const { enabled, source } = resolveTopic(topic, medium, others);
    return [medium, { ...resolveTopic(topic, medium, layers), inherited: { enabled, source } }];
  });
  return { key: topic.key, name: topic.name, media: Object.fromEntries(media), sound: sounds.get(topic.key) ?? null };
}

/** The same for the switch of each channel. */
export function viewChannels(layers: PreferenceLayers, connected: ReadonlySet<Channel>): PreferencesView["channels"] {
  const others = { ...layers, user: undefined };
  const channels = CHANNELS.map((channel) => [
    channel,
    {
      ...resolveChannel(channel, layers),
      inherited: resolveChannel(channel, others),
      connected: connected.has(channel),
    },
  ]);
  return Object.fromEntries(channels) as PreferencesView["channels"];
}

/** What the person set for all topics at once, else as Belfry ships. */
export function viewSettings({ sound, redDot }: PreferencesState): Pick<PreferencesView, "sound" | "redDot"> {
  return { sound: sound ?? DEFAULT_SOUND, redDot: redDot ?? DEFAULT_RED_DOT };
}
