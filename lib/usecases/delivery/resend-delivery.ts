import { z } from "zod";
import { changeDecisions } from "@/db/queries/decisions";
import { changeLocked, freeGathered, lockDelivery } from "@/db/queries/ended-deliveries";
import { AppError } from "@/lib/app-error";
import { RESENT } from "@/lib/core/resent";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { found, verb } from "../use-case";
import { anew } from "./anew";

/**
 * Sends one delivery that has ended again, on an admin's word, with the words that its notification has now: also what was
 * sent before, under another key, and what was read meanwhile. What its person switched off stays unsent. Throws
 * `conflict` while it is still on its way.
 */
export const resendDelivery = verb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needRole("admin"),
  async run(ctx, { id }): Promise<void> {
    const { db, workspaceId, now, newId } = ctx;
    await db.transact(async (tx) => {
      const row = found(await lockDelivery(tx, workspaceId, id), "delivery");
      if (row.state === "pending") throw new AppError("conflict", "This is still on its way.");
      const { eventId, userId, channel } = row;
      const again = { key: newId("dlv"), content: null, destination: null, digestId: null, providerId: null };
      await freeGathered(tx, id);
      await changeLocked(tx, id, { ...anew(now), ...again, detail: RESENT });
      await changeDecisions(tx, [{ eventId, userId, channel, outcome: "pending", reason: "queued" }]);
      const before = { state: row.state, reason: row.reason };
      await recordAudit(tx, ctx, { action: "delivery.resend", target: id, before, after: { user: userId, channel } });
    });
    ctx.wake();
  },
});
