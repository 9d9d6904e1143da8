import { z } from "zod";
import { countGroups } from "@/db/queries/people";
import type { TriggerChoices } from "@/lib/core/trigger-view";
import { knownSections, knownTopics } from "../catalogue/known-topics";
import { needRole } from "../context";
import { verb } from "../use-case";

/** What a trigger can be made of: the topics by section, and the groups. */
export const triggerChoices = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run({ db, workspaceId }): Promise<TriggerChoices> {
    const [sections, topics, groups] = await Promise.all([
      knownSections(db, workspaceId),
      knownTopics(db, workspaceId),
      countGroups(db.read, workspaceId),
    ]);
    const ofSection = (section: string) => [...topics.values()].filter((topic) => topic.section === section);
    return {
      sections: sections.flatMap(({ key, name }) => {
        const listed = ofSection(key).map(({ key, name, audience }) => ({ key, name, audience }));
        return listed.length > 0 ? { key, name, topics: listed } : [];
      }),
      groups: groups.map(({ id, name }) => ({ id, name })),
    };
  },
});
