import type { CatalogueSection, TopicRow } from "@/lib/core/catalogue-view";
import { foldText } from "@/lib/core/fold-text";

/** The topics whose name or key, or whose section's name, holds every word of `search`; sections without any are left out. */
export function foundTopics(
  sections: readonly CatalogueSection[],
  search: string,
  wanted: (topic: TopicRow) => boolean = () => true,
): CatalogueSection[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return sections.flatMap((section) => {
    const topics = section.topics.filter((topic) => {
      const text = foldText(`${section.name} ${topic.name} ${topic.key}`);
      return wanted(topic) && words.every((word) => text.includes(word));
    });
    return topics.length > 0 ? { ...section, topics } : [];
  });
}
