import type { findChannelPreferences, findTopicPreferences } from "@/db/queries/preferences";
import type { OwnChoice } from "@/lib/core/layers";

type TopicRow = Awaited<ReturnType<typeof findTopicPreferences>>[number];
type ChannelRow = Awaited<ReturnType<typeof findChannelPreferences>>[number];

/** One person's stored rows as choices. */
export function ownChoices(topics: readonly TopicRow[] = [], channels: readonly ChannelRow[] = []): OwnChoice[] {
  return [
    ...topics.map(({ topic, medium, enabled, updatedAt }) => ({ topic, target: medium, enabled, updatedAt })),
    ...channels.map(({ channel, enabled, updatedAt }) => ({ topic: "", target: channel, enabled, updatedAt })),
  ];
}
