import { z } from "zod";
import type { CatalogueSection } from "@/lib/core/catalogue-view";
import { needRole } from "../context";
import { verb } from "../use-case";
import { definedTopics, forgetTopics, knownSections, knownTopics } from "./known-topics";
import { isShipped } from "./shipped";

/** All topics by section, for who looks after them. As they are now: who made one goes back to this list. */
export const listCatalogue = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId }): Promise<CatalogueSection[]> {
    forgetTopics(db, workspaceId);
    const [sections, topics, defined] = await Promise.all([
      knownSections(db, workspaceId),
      knownTopics(db, workspaceId),
      definedTopics(db, workspaceId),
    ]);
    return sections.flatMap(({ key: section, name }) => {
      const ofSection = [...topics.values()].filter((topic) => topic.section === section);
      const rows = ofSection.map((topic) => ({
        key: topic.key,
        name: topic.name,
        media: topic.media,
        own: !isShipped(topic.key),
        worded: topic !== defined.get(topic.key),
      }));
      return rows.length > 0 ? { key: section, name, topics: rows } : [];
    });
  },
});
