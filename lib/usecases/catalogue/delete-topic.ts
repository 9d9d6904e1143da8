import { z } from "zod";
import { findTopic, listTopics, removeSection, saveTemplates, saveTopic } from "@/db/queries/topics";
import { recordAudit } from "../audit/record";
import { needScopeOrRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { found, verb } from "../use-case";
import { forgetTopics } from "./known-topics";
import { refuseShipped } from "./put-topic";
import { isShippedSection } from "./shipped";
import { topicView } from "./topic-view";

/**
 * Removes a topic of the workspace's own: nobody can post to it or choose about it. What was accepted before is still told.
 * A topic that ships is a `conflict`.
 */
export const deleteTopic = verb({
  input: z.strictObject({ key: z.string() }),
  may: needScopeOrRole("topics:write", "super_admin"),
  async run(ctx, { key }): Promise<void> {
    const { db, workspaceId, now } = ctx;
    refuseShipped(key);
    await oneAtATime(ctx, async (tx) => {
      const stored = await findTopic(tx, workspaceId, key);
      const row = found(stored?.removedAt ? undefined : stored, "topic");
      ctx.precondition?.(topicView(row.definition));
      await saveTopic(tx, { ...row, changedAt: now, removedAt: now });
      await saveTemplates(tx, workspaceId, key, null);
      const { section } = row.definition;
      const isUsed = (await listTopics(tx, workspaceId)).some((topic) => topic.section === section);
      if (!isUsed && !isShippedSection(section)) await removeSection(tx, workspaceId, section);
      await recordAudit(tx, ctx, { action: "topic.delete", target: key, before: topicView(row.definition) });
    });
    forgetTopics(db, workspaceId);
  },
});
