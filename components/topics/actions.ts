import type { Answer } from "@/components/ui/answer";
import type { OwnTopic } from "@/lib/core/own-topic";

/** What the page of one topic can ask for. */
export interface TopicActions {
  save(topic: OwnTopic): Promise<Answer>;
  remove(key: string): Promise<Answer>;
}
