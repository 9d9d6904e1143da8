import { z } from "zod";
import { countDecisions } from "@/db/queries/activity";
import { findDecision, listDecisions } from "@/db/queries/decisions";
import { findEvent } from "@/db/queries/events";
import { listRaisings } from "@/db/queries/triggers";
import type { EventView } from "@/lib/core/activity-view";
import { type Context, needRole } from "../context";
import { openCursor, page } from "../cursor";
import { loadNames } from "../events/load-names";
import { findRaiser } from "../triggers/find-raiser";
import { found, verb } from "../use-case";
import { activityRow } from "./activity-view";
import { recipientsOf } from "./recipients-of";

/** People on one page: each comes with its whole trail. */
const A_PAGE = 20;

/** An event with what became of it for each recipient: who, which channel, which rule, each try and its answer (U24). */
export const readEvent = verb({
  input: z.strictObject({
    id: z.string().max(100),
    /** Only this recipient, as the event was decided for them. */
    person: z.string().max(300).optional(),
    cursor: z.string().max(1000).optional(),
  }),
  may: needRole("admin"),
  async run(ctx, { id, person, cursor }): Promise<EventView> {
    const { db, workspaceId } = ctx;
    const event = found(await findEvent(db.read, workspaceId, id), "event");
    const names = await loadNames(db, workspaceId, [event]);
    const { cause, ...payload } = event.payload;
    const raiser = await findRaiser(db, workspaceId, event.payload);
    const raised = await listRaisings(db.read, id);
    const { data, next_cursor } = await decisionsOf(ctx, id, person, cursor);
    return {
      ...activityRow(event, names),
      topic: event.topic,
      processedAt: event.processedAt?.toISOString() ?? null,
      cause: cause
        ? { event: cause.event, name: cause.name, topic: raiser?.topic?.name ?? null, by: raiser?.by?.name ?? null }
        : null,
      raised: raised.map(({ raisedId, name }) => ({ id: raisedId, name })),
      payload,
      decided: await countDecisions(db.read, id),
      recipientsShown: await recipientsOf(ctx, event, data, { names, raiser }),
      nextCursor: next_cursor,
    };
  },
});

async function decisionsOf(ctx: Context, id: string, person: string | undefined, cursor: string | undefined) {
  if (person !== undefined) {
    const row = await findDecision(ctx.db.read, ctx.workspaceId, id, person);
    return { data: row ? [row] : [], next_cursor: null };
  }
  const name = `activity of ${id}`;
  const rows = await listDecisions(ctx.db.read, id, openCursor(ctx, name, cursor) ?? "", A_PAGE + 1);
  return page(ctx, name, rows, { limit: A_PAGE, position: (row) => row.userId, view: (row) => row });
}
