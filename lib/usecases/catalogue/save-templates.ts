import { z } from "zod";
import { findTopic, saveTemplates as store } from "@/db/queries/topics";
import { TopicTemplates, trimTemplates } from "@/lib/core/topic-templates";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { forgetTopics } from "./known-topics";

/** Says something else than a topic's own templates do, from the next event on (R86). All null: the topic's own again. */
export const saveTemplates = verb({
  input: z.strictObject({ key: z.string().max(120), templates: TopicTemplates }),
  may: needRole("super_admin"),
  async run(ctx, { key, templates }): Promise<void> {
    const { db, workspaceId } = ctx;
    const after = trimTemplates(templates);
    await oneAtATime(ctx, async (tx) => {
      const stored = await findTopic(tx, workspaceId, key);
      const { templates: before } = found(stored?.removedAt ? undefined : stored, "topic");
      await store(tx, workspaceId, key, after);
      await recordAudit(tx, ctx, { action: after ? "template.update" : "template.reset", target: key, before, after });
    });
    forgetTopics(db, workspaceId);
  },
});
