import { AppError, type FieldError } from "@/lib/app-error";
import { EventInput } from "@/lib/core/event";
import type { Topic } from "@/lib/core/topic";
import { topicsWith } from "../catalogue/known-topics";
import { type Context, needScope } from "../context";
import { type Replay, verb } from "../use-case";
import { acceptEvents } from "./accept-events";

/** Accepts one event. The answer means: on disk (api.md, Events). */
export const publishEvent = verb({
  input: EventInput,
  may: needScope("events:write"),
  async run(ctx, event): Promise<{ id: string; status: "accepted" | "scheduled" } | Replay> {
    const topics = await refuseUnknownTopics(ctx, [event], () => "/topic");
    return acceptEvents(ctx, [event], topics, ([accepted]) => ({ id: accepted!.id, status: accepted!.status }));
  },
});

/** The topics there are; throws a 422 that names every event whose topic is none of them. */
export async function refuseUnknownTopics(
  ctx: Context,
  events: readonly Pick<EventInput, "topic">[],
  pointer: (index: number) => string,
): Promise<ReadonlyMap<string, Topic>> {
  const keys = events.map(({ topic }) => topic);
  const topics = await topicsWith(ctx.db, ctx.workspaceId, keys);
  const errors: FieldError[] = [];
  for (const [index, { topic }] of events.entries()) {
    if (!topics.has(topic)) {
      errors.push({ pointer: pointer(index), detail: `There is no topic ${topic}. GET /api/v1/topics lists them.` });
    }
  }
  if (errors.length > 0)
    throw new AppError("unprocessable", "This event names a topic that does not exist.", { errors });
  return topics;
}
