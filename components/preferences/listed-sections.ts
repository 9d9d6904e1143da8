import type { ListedSection, ListedTopic } from "@/components/preferences/listed";
import { REQUIRED_WORDS, sourceWords } from "@/components/preferences/source-words";
import type { Medium } from "@/lib/core/channel";
import type { PreferencesView, TopicPreferences } from "@/lib/core/preferences-view";

/** What one tab lists of a person's preferences: the topics that it offers, by section. */
export function listedSections({ sections }: PreferencesView, medium: Medium): ListedSection[] {
  return sections
    .map(({ key, name, topics }) => ({ key, name, topics: topics.flatMap((topic) => listed(topic, medium)) }))
    .filter(({ topics }) => topics.length > 0);
}

function listed({ key, name, media, sound }: TopicPreferences, medium: Medium): ListedTopic[] {
  const setting = media[medium];
  if (!setting) return [];
  const { enabled, source, required, inherited } = setting;
  const locked = required ? REQUIRED_WORDS[medium] : undefined;
  const resettable = source === "user" && inherited.enabled !== enabled;
  return [{ key, name, enabled, source: sourceWords(source), locked, resettable, sound }];
}
