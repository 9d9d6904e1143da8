import { z } from "zod";
import type { Tx } from "@/db/database";
import { findEvent, lockEvents } from "@/db/queries/events";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { type Context, needScope } from "../context";
import { found, verb } from "../use-case";
import { decideWithdrawn } from "./decide-withdrawn";
import { eventPage } from "./get-event";
import { withdrawEvent } from "./withdraw-event";

/** Cancels an event that is scheduled or still merging; a second time changes nothing. 409 once it was told (R79). */
export const cancelEvent = verb({
  input: z.strictObject({ id: z.string() }),
  may: needScope("events:write"),
  async run(ctx, { id }): Promise<{ id: string; status: "cancelled" }> {
    const { event, isUndecided } = await ctx.db.transact(async (tx) => {
      if (ctx.precondition) await needKnown(tx, ctx, id);
      const withdrawal = found(await withdrawEvent(tx, ctx, id, ctx.now), "event");
      const { status, payload } = withdrawal.event;
      if (payload.broadcast) throw new AppError("conflict", "This event is a broadcast's: recall the broadcast.");
      if (status !== "cancelled") throw new AppError("conflict", "This event has been processed: it was told.");
      if (withdrawal.isNew) await recordAudit(tx, ctx, { action: "event.cancel", target: id });
      return withdrawal;
    });
    if (isUndecided) await decideWithdrawn(ctx.db, event, ctx.now);
    return { id, status: "cancelled" };
  },
});

/** Of `If-Match`: an event is what `GET /events/{id}` answers, with what became of it (C7). */
async function needKnown(tx: Tx, ctx: Context, id: string): Promise<void> {
  await lockEvents(tx, [id]);
  ctx.precondition?.(await eventPage(tx, ctx, found(await findEvent(tx, ctx.workspaceId, id), "event")));
}
