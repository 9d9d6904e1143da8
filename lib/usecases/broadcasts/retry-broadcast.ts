import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { anew } from "../delivery/anew";
import { changeDeadLetters } from "../delivery/change-dead-letters";
import { verb } from "../use-case";
import { eventsOf } from "./broadcast-event";
import { mayBroadcast, ownBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";

/** Sends what was given up of a broadcast again, email or by another way out, each once however often it is asked (U23). */
export const retryBroadcast = verb({
  input: z.strictObject({ id: z.string() }),
  may: mayBroadcast,
  async run(ctx, { id }) {
    const row = await ownBroadcast(ctx, id);
    if (row.recalledAt) throw new AppError("conflict", "This broadcast was recalled.");
    if (row.expiredAt) throw new AppError("conflict", "This broadcast has ended.");
    const act = { action: "broadcast.retry", target: id };
    if ((await changeDeadLetters(ctx, { events: eventsOf(row) }, anew(ctx.now), act)) > 0) ctx.wake();
    return readBroadcast(ctx, { id });
  },
});
