import { z } from "zod";
import type { Tx } from "@/db/database";
import { findDeliveries, type ListedDelivery } from "@/db/queries/activity";
import { type DecisionRow, listDecisions } from "@/db/queries/decisions";
import { type EventRow, findEvent } from "@/db/queries/events";
import { dated } from "@/lib/core/decision";
import { gather } from "@/lib/core/gather";
import { type Context, needScope } from "../context";
import { openCursor, page } from "../cursor";
import { Paging } from "../paging";
import { found, verb } from "../use-case";

/** An event with what became of it: for each recipient and channel the outcome, the reason and who decided. */
export const getEvent = verb({
  input: z.strictObject({ id: z.string(), ...Paging }),
  may: needScope("events:read"),
  run: async (ctx, { id, ...where }) =>
    eventPage(ctx.db.read, ctx, found(await findEvent(ctx.db.read, ctx.workspaceId, id), "event"), where),
});

/** One page of an event and its decisions, as `tx` sees them. */
export async function eventPage(
  tx: Tx,
  ctx: Context,
  event: EventRow,
  { limit = 50, cursor }: { limit?: number; cursor?: string | undefined } = {},
) {
  const name = `decisions ${event.id}`;
  const rows = await listDecisions(tx, event.id, openCursor(ctx, name, cursor) ?? "", limit + 1);
  const userIds = rows.map(({ userId }) => userId);
  const deliveries = gather(await findDeliveries(tx, ctx.workspaceId, event.id, userIds), ({ userId }) => userId);
  const view = (row: DecisionRow) => decisionView(row, deliveries.get(row.userId) ?? []);
  const { data, next_cursor } = page(ctx, name, rows, { limit, position: (row) => row.userId, view });
  return { ...eventView(event), decisions: data, next_cursor };
}

function eventView({ id, payload, status, appId, createdAt, dueAt, processedAt }: EventRow) {
  const { broadcast: _, cause: __, ...posted } = payload;
  const { deliver_at, occurred_at } = posted;
  return {
    ...posted,
    ...(deliver_at !== undefined && { deliver_at: inUtc(deliver_at) }),
    ...(occurred_at !== undefined && { occurred_at: inUtc(occurred_at) }),
    id,
    status,
    app_id: appId,
    created_at: createdAt.toISOString(),
    due_at: dueAt.toISOString(),
    processed_at: processedAt?.toISOString() ?? null,
  };
}

/** As it was posted where that is UTC already: who compares texts finds their own. */
function inUtc(time: string): string {
  return time.endsWith("Z") ? time : new Date(time).toISOString();
}

function decisionView(row: DecisionRow, deliveries: readonly ListedDelivery[]) {
  return { user: row.userId, notification_id: row.notificationId, channels: dated(row, deliveries) };
}
