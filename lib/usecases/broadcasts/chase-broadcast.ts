import { z } from "zod";
import { listWaitedFor } from "@/db/queries/broadcast-people";
import { updateBroadcast } from "@/db/queries/broadcasts";
import { insertEvents, lockEvents } from "@/db/queries/events";
import { AppError } from "@/lib/app-error";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";
import { broadcastEvent } from "./broadcast-event";
import { holdBroadcast, mayBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";

/**
 * Reminds those who were notified and did not take note, or read it where that is all that is asked: their notification
 * becomes unread and stands at the top again, and email goes once more. One reminder at a time.
 */
export const chaseBroadcast = verb({
  input: z.strictObject({ id: z.string() }),
  may: mayBroadcast,
  async run(ctx, { id }) {
    await ctx.db.transact(async (tx) => {
      const { row } = await holdBroadcast(tx, ctx, id);
      if (!row.endedAt || row.recalledAt || row.expiredAt) {
        throw new AppError("conflict", "Only a broadcast that was sent, and has not ended, can be repeated.");
      }
      const [earlier] = row.chaseId ? await lockEvents(tx, [row.chaseId]) : [];
      if (earlier && earlier.processedAt === null) throw new AppError("conflict", "A reminder is on its way already.");
      const until = row.requireAcknowledgement ? "acknowledged" : "read";
      const chases = { event: row.eventId, until } as const;
      if ((await listWaitedFor(tx, { ...chases, broadcast: id }, "", 1)).length === 0) {
        throw new AppError("conflict", "There is nobody left to remind.");
      }
      const event = broadcastEvent(ctx, row, { chases });
      await insertEvents(tx, [event]);
      await updateBroadcast(tx, id, { chaseId: event.id, chasedAt: ctx.now, updatedAt: ctx.now });
      await recordAudit(tx, ctx, { action: "broadcast.remind", target: id, after: { event: event.id } });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});
