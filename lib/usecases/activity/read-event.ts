import { z } from "zod";
import { countDecisions, findAttempts, findDeliveries } from "@/db/queries/activity";
import { type DecisionRow, type EventRow, findDecision, findEvent, listDecisions } from "@/db/queries/events";
import { findGroupNames } from "@/db/queries/groups";
import { findRecipients } from "@/db/queries/users";
import type { EventView, RecipientView } from "@/lib/core/activity-view";
import { explain } from "@/lib/core/explain";
import { type Context, needRole } from "../context";
import { openCursor, page } from "../cursor";
import { loadNames, type Names } from "../events/load-names";
import { routesOf } from "../events/routes-of";
import { found, verb } from "../use-case";
import { activityRow, attemptView, deliveryView } from "./activity-view";

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
    const { data, next_cursor } = await decisionsOf(ctx, id, person, cursor);
    return {
      ...activityRow(event, names),
      topic: event.topic,
      processedAt: event.processedAt?.toISOString() ?? null,
      payload: event.payload,
      decided: await countDecisions(db.read, id),
      recipientsShown: await recipientsOf(ctx, event, data, names),
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

async function recipientsOf(
  ctx: Context,
  event: EventRow,
  decisions: readonly DecisionRow[],
  names: Names,
): Promise<RecipientView[]> {
  const { db, workspaceId } = ctx;
  const topic = names.topics.get(event.topic);
  if (!topic) return [];
  const ids = decisions.map(({ userId }) => userId);
  const people = await findRecipients(db.read, workspaceId, ids);
  const [routes, deliveries] = await Promise.all([
    routesOf(db, event, people),
    findDeliveries(db.read, workspaceId, event.id, ids),
  ]);
  const tries = await findAttempts(
    db.read,
    deliveries.map(({ id }) => id),
  );
  const groupIds = [...routes.values()].flat().flatMap(({ group }) => group ?? []);
  const groups = await findGroupNames(db.read, workspaceId, [...new Set(groupIds)]);
  const { actor, app } = activityRow(event, names);
  return decisions.map(({ userId, channels, at }) => {
    const name = people.find(({ id }) => id === userId)?.name ?? null;
    return {
      user: userId,
      name,
      explanation: explain({
        ...{ event: event.payload, topic, routes: routes.get(userId) ?? [], decision: channels, at: at.toISOString() },
        names: { actor, app, recipient: name ?? userId, groups },
      }),
      deliveries: deliveries
        .filter((one) => one.userId === userId)
        .map((one) => ({
          ...deliveryView(one, names.topics),
          tries: tries.filter(({ deliveryId }) => deliveryId === one.id).map(attemptView),
        })),
    };
  });
}
