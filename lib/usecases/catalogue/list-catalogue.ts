import { z } from "zod";
import type { CatalogueSection } from "@/lib/core/catalogue-view";
import { needRole } from "../context";
import { verb } from "../use-case";
import { forgetTopics, knownSections, knownTopics } from "./known-topics";
import { isShipped } from "./shipped";

/** All topics by section, for who looks after them. As they are now: who made one goes back to this list. */
export const listCatalogue = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId }): Promise<CatalogueSection[]> {
    forgetTopics(db, workspaceId);
    const [sections, topics] = await Promise.all([knownSections(db, workspaceId), knownTopics(db, workspaceId)]);
    return sections.flatMap(({ key: section, name }) => {
      const ofSection = [...topics.values()].filter((topic) => topic.section === section);
      const rows = ofSection.map(({ key, name, media }) => ({ key, name, media, own: !isShipped(key) }));
      return rows.length > 0 ? { key: section, name, topics: rows } : [];
    });
  },
});
