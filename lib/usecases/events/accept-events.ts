import type { EventRow } from "@/db/queries/events";
import type { EventInput } from "@/lib/core/event";
import type { Context } from "../context";
import { replay } from "../idempotency/idempotently";
import type { Replay } from "../use-case";
import { commitTogether } from "./group-commit";

type Accepted = Pick<EventRow, "id"> & { status: "accepted" | "scheduled" };

/**
 * Stores events with the answer that their `Idempotency-Key` will be given, in one transaction, and answers when both
 * are on disk. The same key and body answers the first time's `Replay`; with another body it is refused (F35).
 */
export async function acceptEvents<Answer>(
  ctx: Context,
  inputs: readonly EventInput[],
  answerOf: (accepted: Accepted[]) => Answer,
): Promise<Answer | Replay> {
  const rows = inputs.map((input) => rowOf(ctx, input));
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
    ctx.wake();
    return answer;
  }
  return replay(held, idempotency?.fingerprint ?? "");
}

function rowOf(ctx: Context, input: EventInput): EventRow {
  const later = input.deliver_at === undefined ? undefined : new Date(input.deliver_at);
  const scheduled = later !== undefined && later > ctx.now;
  return {
    id: ctx.newId("evt"),
    workspaceId: ctx.workspaceId,
    appId: ctx.actor.kind === "key" ? ctx.actor.appId : null,
    topic: input.topic,
    payload: input,
    status: scheduled ? "scheduled" : "accepted",
    dueAt: scheduled ? later : ctx.now,
    createdAt: ctx.now,
    processedAt: null,
    cursor: null,
    leaseUntil: null,
    claims: 0,
  };
}
