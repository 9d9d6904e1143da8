import { z } from "zod";
import { updateBroadcast } from "@/db/queries/broadcasts";
import { changeQueued } from "@/db/queries/due-events";
import { AppError } from "@/lib/app-error";
import { isAwaited } from "@/lib/core/broadcast";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";
import { NEVER } from "./broadcast-event";
import { holdBroadcast, mayBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";

/** Lets a broadcast that is on its way, or waits for its time, rest; or go on where it stopped. */
export const pauseBroadcast = verb({
  input: z.strictObject({ id: z.string(), paused: z.boolean() }),
  may: mayBroadcast,
  async run(ctx, { id, paused }) {
    const { db, now } = ctx;
    await db.transact(async (tx) => {
      const { row, event } = await holdBroadcast(tx, ctx, id);
      if (row.endedAt || row.recalledAt || row.expiredAt) throw new AppError("conflict", "This broadcast has ended.");
      if (isAwaited(row)) throw new AppError("conflict", "This broadcast waits for a second person.");
      if (paused === (row.pausedAt !== null)) return;
      const dueAt = paused ? NEVER : new Date(Math.max(+row.dueAt, +now));
      await changeQueued(tx, event.id, { dueAt, status: dueAt > now ? "scheduled" : "accepted" });
      await updateBroadcast(tx, id, { pausedAt: paused ? now : null, updatedAt: now });
      const action = paused ? "broadcast.pause" : "broadcast.resume";
      await recordAudit(tx, ctx, { action, target: id, after: { decided: row.decided } });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});
