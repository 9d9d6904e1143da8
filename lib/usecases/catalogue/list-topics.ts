import { z } from "zod";
import { AppError } from "@/lib/app-error";
import type { Context } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";
import { definedTopics } from "./known-topics";
import { type TopicView, topicView } from "./topic-view";

/**
 * The catalogue as an integration reads it: the fields of catalogue.md, with the templates. Any key may;
 * all of it at once unless a limit is given.
 */
export const listTopics = verb({
  input: z.strictObject({ ...Paging, limit: z.coerce.number().int().min(1).max(100).optional() }),
  may: needKey,
  async run(ctx, { limit: asked, cursor }): Promise<{ data: TopicView[]; next_cursor: string | null }> {
    const topics = [...(await definedTopics(ctx.db, ctx.workspaceId)).values()];
    const limit = asked ?? topics.length;
    const after = openCursor(ctx, "topics", cursor);
    const rows = topics.slice(after === undefined ? 0 : topics.findIndex(({ key }) => key === after) + 1);
    return page(ctx, "topics", rows, { limit, position: (topic) => topic.key, view: topicView });
  },
});

/** One of them, as it was at most half a second ago. */
export const getTopic = verb({
  input: z.strictObject({ key: z.string() }),
  may: needKey,
  async run({ db, workspaceId }, { key }): Promise<TopicView> {
    return topicView(found((await definedTopics(db, workspaceId, [key])).get(key), "topic"));
  },
});

function needKey({ actor }: Context): void {
  if (actor.kind !== "key") throw new AppError("not_found", "There is nothing here.");
}
