import { CHANNELS, MEDIA } from "@/lib/core/channel";
import type { Setting } from "@/lib/core/preference";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { OwnSetting, PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";
import { DEFAULT_SOUND } from "@/lib/core/sound";

type TopicWish = NonNullable<PreferenceChange["topics"]>[string];

/** `view` as it will be once the server takes `change`: what is required stays, null is what was inherited. */
export function applyChange(view: PreferencesView, change: PreferenceChange): PreferencesView {
  const { topics = {}, channels: switches = {}, sound, red_dot } = change;
  const channels = { ...view.channels };
  for (const channel of CHANNELS) {
    const wish = switches[channel];
    if (wish !== undefined) channels[channel] = said(channels[channel], wish);
  }
  return {
    ...view,
    channels,
    sections: view.sections.map((section) =>
      section.topics.some(({ key }) => topics[key])
        ? { ...section, topics: section.topics.map((topic) => withWish(topic, topics[topic.key])) }
        : section,
    ),
    sound: sound === undefined ? view.sound : (sound ?? DEFAULT_SOUND),
    redDot: red_dot ?? view.redDot,
  };
}

function withWish(topic: TopicPreferences, wish: TopicWish | undefined): TopicPreferences {
  if (!wish) return topic;
  const media = { ...topic.media };
  for (const medium of MEDIA) {
    const [setting, own] = [media[medium], wish[medium]];
    if (setting && own !== undefined && !setting.required) media[medium] = said(setting, own);
  }
  return { ...topic, media, sound: wish.sound === undefined ? topic.sound : wish.sound };
}

function said<S extends OwnSetting<Setting>>(setting: S, wish: { enabled: boolean } | null): S {
  if (wish === null) return { ...setting, ...setting.inherited };
  return { ...setting, enabled: wish.enabled, source: "user" };
}
