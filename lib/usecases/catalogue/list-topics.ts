import { z } from "zod";
import { AppError } from "@/lib/app-error";
import type { Topic } from "@/lib/core/topic";
import type { Context } from "../context";
import { verb } from "../use-case";
import { knownTopics } from "./known-topics";

/** The catalogue as an integration reads it: the fields of catalogue.md, with the templates. Any key may. */
export const listTopics = verb({
  input: z.strictObject({}),
  may: needKey,
  async run({ db, workspaceId }): Promise<{ data: TopicView[]; next_cursor: null }> {
    const topics = await knownTopics(db, workspaceId);
    return { data: [...topics.values()].map(topicView), next_cursor: null };
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
