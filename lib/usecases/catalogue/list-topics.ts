import { z } from "zod";
import { AppError } from "@/lib/app-error";
import type { Topic } from "@/lib/core/topic";
import type { Context } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { verb } from "../use-case";
import { knownTopics } from "./known-topics";

/**
 * The catalogue as an integration reads it: the fields of catalogue.md, with the templates. Any key may;
 * all of it at once unless a limit is given.
 */
export const listTopics = verb({
  input: z.strictObject({ ...Paging, limit: z.coerce.number().int().min(1).max(100).optional() }),
  may: needKey,
  async run(ctx, { limit: asked, cursor }): Promise<{ data: TopicView[]; next_cursor: string | null }> {
    const topics = [...(await knownTopics(ctx.db, ctx.workspaceId)).values()];
    const limit = asked ?? topics.length;
    const after = openCursor(ctx, "topics", cursor);
    const rows = topics.slice(after === undefined ? 0 : topics.findIndex(({ key }) => key === after) + 1);
    return page(ctx, "topics", rows, { limit, position: (topic) => topic.key, view: topicView });
  },
});

function needKey({ actor }: Context): void {
  if (actor.kind !== "key") throw new AppError("not_found", "There is nothing here.");
}

function topicView(topic: Topic) {
  return {
    key: topic.key,
    name: topic.name,
    section: topic.section,
    audience: topic.audience,
    strict: topic.strict,
    media: topic.media,
    default_on: topic.defaultOn,
    required: topic.required,
    permission: topic.permission,
    role: topic.role,
    condition: topic.condition,
    members: topic.members,
    merge_seconds: topic.mergeSeconds,
    align_seconds: topic.alignSeconds,
    sticky: topic.sticky,
    feed: topic.feed,
    ignore_origins: topic.ignoreOrigins,
    allow_own_action: topic.allowOwnAction,
    digest: topic.digest,
    urgency: topic.urgency,
    requirements: topic.requirements,
    title: topic.title,
    body: topic.body,
    url: topic.url,
  };
}
type TopicView = ReturnType<typeof topicView>;
