import { z } from "zod";
import { findOutboxMail, listOutbox, type OutboxRow } from "@/db/queries/outbox";
import { needRole } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";

/** The mails that went nowhere, since no provider is configured; newest first. */
export const readOutbox = verb({
  input: z.strictObject(Paging),
  may: needRole("super_admin"),
  async run(ctx, { limit, cursor }) {
    const before = openCursor(ctx, "outbox", cursor);
    const rows = await listOutbox(ctx.db.read, ctx.workspaceId, { before, limit: limit + 1 });
    return page(ctx, "outbox", rows, { limit, position: (row) => row.id, view: outboxView });
  },
});

/** One of them, with all that would have been sent. */
export const readOutboxMail = verb({
  input: z.strictObject({ id: z.string().max(100) }),
  may: needRole("super_admin"),
  async run(ctx, { id }) {
    return outboxView(found(await findOutboxMail(ctx.db.read, ctx.workspaceId, id), "mail"));
  },
});

function outboxView({ id, from, to, subject, text, html, headers, createdAt }: OutboxRow) {
  return { id, from, to, subject, text, html, headers, created_at: createdAt.toISOString() };
}
