import { z } from "zod";
import type { Tx } from "@/db/database";
import { type BroadcastRow, updateBroadcast } from "@/db/queries/broadcasts";
import { cancelEvent } from "@/db/queries/due-events";
import { lockEvents } from "@/db/queries/events";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";
import { eventsOf } from "./broadcast-event";
import { holdBroadcast, mayBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";

/**
 * Takes a broadcast back: nobody else is notified from now on, and from those who were it disappears within moments, with
 * what still waits to be mailed. A second time changes nothing.
 */
export const recallBroadcast = verb({
  input: z.strictObject({ id: z.string() }),
  may: mayBroadcast,
  async run(ctx, { id }) {
    await ctx.db.transact(async (tx) => {
      const { row } = await holdBroadcast(tx, ctx, id);
      if (row.recalledAt) return;
      await stopTelling(tx, row, ctx.now);
      await updateBroadcast(tx, id, { recalledAt: ctx.now, updatedAt: ctx.now, pausedAt: null, sweepCursor: "" });
      await recordAudit(tx, ctx, { action: "broadcast.recall", target: id, after: { notified: row.notified } });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});

/** Ends its event and its reminder where they are not through: a worker that decides on some of it now is refused. */
export async function stopTelling(tx: Tx, row: BroadcastRow, now: Date): Promise<void> {
  for (const { id, status } of await lockEvents(tx, eventsOf(row))) {
    if (status === "accepted" || status === "scheduled") await cancelEvent(tx, id, now);
  }
}
