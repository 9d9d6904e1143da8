import { findAttempts, findDeliveries } from "@/db/queries/activity";
import type { DecisionRow } from "@/db/queries/decisions";
import type { EventRow } from "@/db/queries/events";
import { findGroupNames } from "@/db/queries/groups";
import { findRecipients } from "@/db/queries/users";
import type { RecipientView } from "@/lib/core/activity-view";
import { dated } from "@/lib/core/decision";
import { explain } from "@/lib/core/explain";
import type { Context } from "../context";
import type { Names } from "../events/load-names";
import { routesOf } from "../events/routes-of";
import type { Raiser } from "../triggers/find-raiser";
import { activityRow, attemptView, deliveryView } from "./activity-view";

/** Decisions on one event in plain words, with what was sent of each and every try; a few queries for all. */
export async function recipientsOf(
  ctx: Context,
  event: EventRow,
  decisions: readonly Pick<DecisionRow, "userId" | "channels" | "at">[],
  { names, raiser }: { names: Names; raiser: Raiser | null },
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
  const trigger = raiser && { name: raiser.name, topic: raiser.topic?.name ?? null, by: raiser.by?.name ?? null };
  return decisions.map(({ userId, channels, at }) => {
    const name = people.find(({ id }) => id === userId)?.name ?? null;
    return {
      user: userId,
      name,
      explanation: explain({
        event: event.payload,
        topic,
        routes: routes.get(userId) ?? [],
        decision: dated(
          { channels, at },
          deliveries.filter((one) => one.userId === userId),
        ),
        at: at.toISOString(),
        names: { actor, app, recipient: name ?? userId, groups, trigger },
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
