import { type EventRow, UNTOUCHED } from "@/db/queries/events";
import { alignUp } from "@/lib/core/align";
import type { EventInput } from "@/lib/core/event";
import { rankOf } from "@/lib/core/rank";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Topic } from "@/lib/core/topic";
import { count } from "@/lib/meter";
import type { Context } from "../context";
import { replay } from "../idempotency/idempotently";
import type { Replay } from "../use-case";
import { commitTogether } from "./group-commit";

/** What of its topic says when an event is decided. */
type Timing = Pick<Topic, "alignSeconds" | "urgency">;
type Accepted = Pick<EventRow, "id"> & { status: "accepted" | "scheduled" };

/**
 * Stores events with the answer that their `Idempotency-Key` will be given, in one transaction, and answers when both
 * are on disk. The same key and body answers the first time's `Replay`; with another body it is refused (F35).
 */
export async function acceptEvents<Answer>(
  ctx: Context,
  inputs: readonly EventInput[],
  topics: ReadonlyMap<string, Timing>,
  answerOf: (accepted: Accepted[]) => Answer,
): Promise<Answer | Replay> {
  const rows = inputs.map((input) => rowOf(ctx, input, topics.get(input.topic)));
  const answer = answerOf(rows as Accepted[]);
  const { idempotency, workspaceId, now } = ctx;
  const held = await commitTogether(ctx.db, {
    rows,
    idempotency: idempotency && {
      workspaceId,
      ...idempotency,
      status: 202,
      response: JSON.stringify(answer),
      createdAt: now,
    },
  });
  if (!held) {
    count("belfry_events_accepted_total", rows.length);
    ctx.wake();
    return answer;
  }
  return replay(held, idempotency?.fingerprint ?? "");
}

/** An event as it is stored when it is accepted: due at its `deliver_at`, or at once. */
export function rowOf(
  ctx: Pick<Context, "workspaceId" | "actor" | "now" | "newId">,
  input: StoredEvent,
  topic: Timing | undefined,
): EventRow {
  const { alignSeconds, urgency } = topic ?? { alignSeconds: null, urgency: "normal" };
  const later = input.deliver_at === undefined ? ctx.now : new Date(Math.max(Date.parse(input.deliver_at), +ctx.now));
  // R83: reminders come on multiples of five minutes.
  const dueAt = alignSeconds === null ? later : alignUp(later, alignSeconds);
  const scheduled = dueAt > ctx.now;
  return {
    id: ctx.newId("evt"),
    workspaceId: ctx.workspaceId,
    appId: ctx.actor.kind === "key" ? ctx.actor.appId : null,
    topic: input.topic,
    payload: input,
    status: scheduled ? "scheduled" : "accepted",
    rank: rankOf(urgency, input.broadcast !== undefined),
    dueAt,
    createdAt: ctx.now,
    ...UNTOUCHED,
  };
}
