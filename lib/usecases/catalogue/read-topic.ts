import { z } from "zod";
import type { TopicDetails } from "@/lib/core/catalogue-view";
import { needRole } from "../context";
import { found, verb } from "../use-case";
import { definedTopics, knownSections, knownTopics } from "./known-topics";
import { isShipped } from "./shipped";
import { topicView } from "./topic-view";

/** One topic for who looks after it, with the sections that there are. */
export const readTopic = verb({
  input: z.strictObject({ key: z.string().max(120) }),
  may: needRole("super_admin"),
  async run({ db, workspaceId }, { key }): Promise<TopicDetails> {
    const topic = found((await definedTopics(db, workspaceId, [key])).get(key), "topic");
    const sections = await knownSections(db, workspaceId);
    return {
      topic: topicView(topic),
      own: !isShipped(key),
      worded: (await knownTopics(db, workspaceId)).get(key) !== topic,
      sections: sections.map(({ key, name }) => ({ key, name })),
    };
  },
});
