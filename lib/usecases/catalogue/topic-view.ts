import type { Topic } from "@/lib/core/topic";

/** A topic on the wire: the fields of catalogue.md, with the templates. */
export function topicView(topic: Topic) {
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
export type TopicView = ReturnType<typeof topicView>;
