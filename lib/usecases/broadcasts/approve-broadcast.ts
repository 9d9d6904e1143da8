import { z } from "zod";
import { updateBroadcast } from "@/db/queries/broadcasts";
import { changeQueued } from "@/db/queries/due-events";
import { AppError } from "@/lib/app-error";
import { isAwaited } from "@/lib/core/broadcast";
import { hasRole } from "@/lib/core/role";
import { recordAudit } from "../audit/record";
import { needRole } from "../context";
import { userVerb } from "../use-case";
import { holdBroadcast, mayBroadcast, ownBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";
import { UNDO } from "./send-broadcast";

/**
 * The second person's yes to a broadcast for very many (S32): it goes at its time, or in the seconds in which it can be
 * taken back. `seen` is when it was changed last as they read it: words that changed meanwhile are a conflict.
 */
export const approveBroadcast = userVerb({
  input: z.strictObject({ id: z.string(), seen: z.string() }),
  may: needRole("super_admin"),
  async run(ctx, { id, seen }) {
    const { db, actor, now } = ctx;
    await db.transact(async (tx) => {
      const { row, event } = await holdBroadcast(tx, ctx, id);
      if (!isAwaited(row) || row.recalledAt || row.expiredAt) {
        throw new AppError("conflict", "Nobody has to approve this broadcast.");
      }
      if (row.makerId === actor.id) throw new AppError("conflict", "Somebody else has to approve what you wrote.");
      if (row.updatedAt.toISOString() !== seen) {
        throw new AppError("conflict", "It was changed meanwhile. Read it again.");
      }
      const dueAt = new Date(Math.max(+row.dueAt, +now + UNDO));
      await changeQueued(tx, event.id, { dueAt, status: "scheduled" });
      await updateBroadcast(tx, id, { dueAt, approvedAt: now, approverId: actor.id, updatedAt: now });
      await recordAudit(tx, ctx, { action: "broadcast.approve", target: id, after: { people: row.people } });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});

/** Whether I could be its second person. */
export const mayApprove = userVerb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: mayBroadcast,
  async run(ctx, { id }): Promise<boolean> {
    const { role, id: me } = ctx.actor;
    return hasRole(role, "super_admin") && (await ownBroadcast(ctx, id)).makerId !== me;
  },
});
