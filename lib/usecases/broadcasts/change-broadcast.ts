import { z } from "zod";
import { type BroadcastRow, updateBroadcast } from "@/db/queries/broadcasts";
import { changeQueued } from "@/db/queries/due-events";
import { lockEvents } from "@/db/queries/events";
import { listOtherSuperAdmins } from "@/db/queries/users";
import { AppError } from "@/lib/app-error";
import { BroadcastChange } from "@/lib/core/broadcast-input";
import { recordAudit } from "../audit/record";
import type { Context } from "../context";
import { verb } from "../use-case";
import { NEVER, saying } from "./broadcast-event";
import { storedBody } from "./clean-body";
import { holdBroadcast, mayBroadcast, ownBroadcast } from "./may-broadcast";
import { detailOf, readBroadcast, readersOf } from "./read-broadcasts";
import { askApprovers } from "./second-person";

/**
 * Edits what people see, also of those who were notified: their notifications follow within moments. An email that
 * left stays as it was. What somebody else had to say yes to needs it again for other words, and keeps them once it began
 * (S32); its end may be moved. Under `If-Match` it is changed only as it was read, its numbers too (C7).
 */
export const changeBroadcast = verb({
  input: BroadcastChange.extend({ id: z.string() }),
  may: mayBroadcast,
  async run(ctx, { id, title, body, url, expires_at }) {
    const readers = ctx.precondition && (await readersOf(ctx, await ownBroadcast(ctx, id)));
    await ctx.db.transact(async (tx) => {
      const { row, event } = await holdBroadcast(tx, ctx, id);
      if (readers) ctx.precondition?.(detailOf(row, readers, ctx.now));
      if (row.recalledAt) throw new AppError("conflict", "This broadcast was recalled.");
      if (row.expiredAt) throw new AppError("conflict", "This broadcast has ended.");
      const words = {
        title: title ?? row.title,
        url: url === undefined ? row.url : url,
        ...(body === undefined ? { body: row.body, bodyHtml: row.bodyHtml } : storedBody(body)),
      };
      const expiresAt = expires_at === undefined ? row.expiresAt : expires_at === null ? null : new Date(expires_at);
      const isOther = words.title !== row.title || words.bodyHtml !== row.bodyHtml || words.url !== row.url;
      if (isOther) refuseOtherWords(ctx, row);
      const asksAgain = isOther && row.approvedAt !== null;
      const payload = saying(event.payload, words);
      await changeQueued(tx, event.id, { payload, ...(asksAgain && { dueAt: NEVER, status: "scheduled" }) });
      const [chase] = row.chaseId ? await lockEvents(tx, [row.chaseId]) : [];
      if (chase) await changeQueued(tx, chase.id, { payload: saying(chase.payload, words) });
      await updateBroadcast(tx, id, {
        ...words,
        expiresAt,
        updatedAt: ctx.now,
        ...(asksAgain && { approvalWantedAt: ctx.now, approvedAt: null, approverId: null, pausedAt: null }),
        // Who was notified already is told anew, from the first.
        ...(row.startedAt && { sweepCursor: "" }),
      });
      if (asksAgain) {
        const others = await listOtherSuperAdmins(tx, ctx.workspaceId, row.makerId ?? "");
        if (others.length > 0) await askApprovers(tx, ctx, { ...row, ...words }, others);
      }
      const seen = ({ title, body, url }: typeof words) => ({ title, body, url });
      await recordAudit(tx, ctx, { action: "broadcast.update", target: id, before: seen(row), after: seen(words) });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});

/** Else one person could put words of their own there, and say yes to them, or have had a yes to others. */
function refuseOtherWords({ actor }: Context, { approvalWantedAt, startedAt, makerId }: BroadcastRow): void {
  if (approvalWantedAt === null) return;
  if (startedAt) throw new AppError("conflict", "People have it as it was approved. Recall it, and write another.");
  if (actor.kind !== "user" || actor.id !== makerId) {
    throw new AppError("conflict", "Until it is sent, only who wrote it can change what has to be approved.");
  }
}
