import { z } from "zod";
import { knownTopics } from "../catalogue/known-topics";
import { needRole } from "../context";
import { verb } from "../use-case";

/** The topics that activity can be asked about, in the order of the catalogue. */
export const topicChoices = verb({
  input: z.strictObject({}),
  may: needRole("admin"),
  async run({ db, workspaceId }): Promise<{ key: string; name: string; audience: string[] }[]> {
    const topics = await knownTopics(db, workspaceId);
    return [...topics.values()].map(({ key, name, audience }) => ({ key, name, audience }));
  },
});
