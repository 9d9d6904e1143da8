import type { Tx } from "@/db/database";
import { ensureSection, findTopic, saveTopic } from "@/db/queries/topics";
import { AppError } from "@/lib/app-error";
import { OwnTopic, topicFrom } from "@/lib/core/own-topic";
import { recordAudit } from "../audit/record";
import { type Context, needScopeOrRole } from "../context";
import { oneAtATime } from "../one-at-a-time";
import { verb } from "../use-case";
import { forgetTopics } from "./known-topics";
import { isShipped } from "./shipped";
import { type TopicView, topicView } from "./topic-view";

/**
 * Makes a topic of the workspace's own, or puts another in its place: what is not said is as in a new one. Its section is
 * made where there is none. A topic that ships is a `conflict`; a condition or template that cannot be read a 422 (R85).
 */
export const putTopic = verb({
  input: OwnTopic,
  may: needScopeOrRole("topics:write", "super_admin"),
  async run(ctx, said): Promise<TopicView> {
    refuseShipped(said.key);
    const view = await oneAtATime(ctx, (tx) => put(tx, ctx, said));
    forgetTopics(ctx.db, ctx.workspaceId);
    return view;
  },
});

/** Throws `conflict` for a topic that ships. */
export function refuseShipped(key: string): void {
  if (!isShipped(key)) return;
  throw new AppError("conflict", `The topic ${key} ships with Belfry. Choose another key for one of your own.`);
}

async function put(tx: Tx, ctx: Context, said: OwnTopic): Promise<TopicView> {
  const { workspaceId, now } = ctx;
  const stored = await findTopic(tx, workspaceId, said.key);
  const before = stored && !stored.removedAt ? topicView(stored.definition) : undefined;
  ctx.precondition?.(before);
  const definition = topicFrom(said);
  const after = topicView(definition);
  await ensureSection(tx, workspaceId, definition.section, nameOf(definition.section));
  await saveTopic(tx, { workspaceId, key: said.key, definition, changedAt: now, removedAt: null });
  await recordAudit(tx, ctx, { action: before ? "topic.update" : "topic.create", target: said.key, before, after });
  return after;
}

/** A name for a section that nobody named: `field_service` is `Field service`. */
function nameOf(key: string): string {
  const words = key.replaceAll(/[_-]+/g, " ").trim() || key;
  return words[0]!.toUpperCase() + words.slice(1);
}
