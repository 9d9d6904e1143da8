import type { Medium } from "@/lib/core/channel";
import type { PreferenceChange } from "@/lib/core/preference-change";
import type { PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";

/** What `Clear all preferences` will do to a tab: everything off that may be (R51). */
export function clearing(view: PreferencesView, medium: Medium): PreferenceChange {
  return named(view, (topic) => {
    const setting = topic.media[medium];
    return setting && !setting.required ? { [medium]: { enabled: false } } : undefined;
  });
}

/** What forgetting a tab's own choices will do: to the topics' sounds, too, where the tab has them. */
export function resetting(view: PreferencesView, medium: Medium): PreferenceChange {
  return named(view, (topic) => {
    if (!isOwn(topic, medium)) return undefined;
    return { [medium]: null, ...(medium === "desktop" && { sound: null }) };
  });
}

/** Whether the person chose anything about the topics of a tab. */
export function hasOwn(view: PreferencesView, medium: Medium): boolean {
  return view.sections.some(({ topics }) => topics.some((topic) => isOwn(topic, medium)));
}

function isOwn({ media, sound }: TopicPreferences, medium: Medium): boolean {
  return media[medium]?.source === "user" || (medium === "desktop" && media.desktop !== undefined && sound !== null);
}

type Wishes = NonNullable<PreferenceChange["topics"]>;

function named(
  { sections }: PreferencesView,
  wish: (topic: TopicPreferences) => Wishes[string] | undefined,
): PreferenceChange {
  const topics: Wishes = {};
  for (const topic of sections.flatMap((section) => section.topics)) {
    const own = wish(topic);
    if (own) topics[topic.key] = own;
  }
  return { topics };
}
