import { z } from "zod";
import { updateBroadcast } from "@/db/queries/broadcasts";
import { changeQueued, lockEvents } from "@/db/queries/events";
import { AppError } from "@/lib/app-error";
import { BroadcastChange } from "@/lib/core/broadcast-input";
import { recordAudit } from "../audit/record";
import { verb } from "../use-case";
import { NEVER, saying } from "./broadcast-event";
import { storedBody } from "./clean-body";
import { holdBroadcast, mayBroadcast } from "./may-broadcast";
import { readBroadcast } from "./read-broadcasts";

/**
 * Edits what people see, also of those who were notified: their notifications follow within moments. An e-mail that
 * left stays as it was.
 */
export const changeBroadcast = verb({
  input: BroadcastChange.extend({ id: z.string() }),
  may: mayBroadcast,
  async run(ctx, { id, title, body, url, expires_at }) {
    await ctx.db.transact(async (tx) => {
      const { row, event } = await holdBroadcast(tx, ctx, id);
      if (row.recalledAt) throw new AppError("conflict", "This broadcast was recalled.");
      if (row.expiredAt) throw new AppError("conflict", "This broadcast has ended.");
      const person = ctx.actor.kind === "user" ? ctx.actor.id : null;
      // Else one person could put words of their own there, and say yes to them (S32).
      if (row.approvalWantedAt && !row.startedAt && person !== null && row.makerId !== person) {
        throw new AppError("conflict", "Until it is sent, only who wrote it can change what has to be approved.");
      }
      const words = {
        ...{ title: title ?? row.title, url: url === undefined ? row.url : url },
        ...(body === undefined ? { body: row.body, bodyHtml: row.bodyHtml } : storedBody(body)),
      };
      const expiresAt = expires_at === undefined ? row.expiresAt : expires_at === null ? null : new Date(expires_at);
      // A yes was to other words: before it began, a person who changes them needs it again (S32).
      const asksAgain = row.approvedAt !== null && !row.startedAt && person !== null;
      const payload = saying(event.payload, words);
      await changeQueued(tx, event.id, { payload, ...(asksAgain && { dueAt: NEVER, status: "scheduled" }) });
      const [chase] = row.chaseId ? await lockEvents(tx, [row.chaseId]) : [];
      if (chase) await changeQueued(tx, chase.id, { payload: saying(chase.payload, words) });
      await updateBroadcast(tx, id, {
        ...{ ...words, expiresAt, updatedAt: ctx.now },
        ...(asksAgain && { approvedAt: null, approverId: null }),
        // Who was notified already is told anew, from the first.
        ...(row.startedAt && { sweepCursor: "" }),
      });
      const seen = ({ title, body, url }: typeof words) => ({ title, body, url });
      await recordAudit(tx, ctx, { action: "broadcast.update", target: id, before: seen(row), after: seen(words) });
    });
    ctx.wake();
    return readBroadcast(ctx, { id });
  },
});
