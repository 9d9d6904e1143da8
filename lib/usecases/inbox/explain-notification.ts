import { z } from "zod";
import { findDeliveries } from "@/db/queries/activity";
import { findDecision } from "@/db/queries/decisions";
import { findEvent } from "@/db/queries/events";
import { findGroupNames } from "@/db/queries/groups";
import { findNotification } from "@/db/queries/notifications";
import { findUser } from "@/db/queries/users";
import { dated } from "@/lib/core/decision";
import { explain } from "@/lib/core/explain";
import type { Explanation } from "@/lib/core/explanation";
import { mayHave } from "@/lib/core/topic-gate";
import { everyTopic } from "../catalogue/known-topics";
import { needUser } from "../context";
import { routesOf } from "../events/routes-of";
import { findRaiser, type Raiser } from "../triggers/find-raiser";
import { found, userVerb } from "../use-case";
import { knownApps } from "./known-apps";

/** Says in plain words why one of my notifications reached me, channel by channel (`Why this?`). */
export const explainNotification = userVerb({
  input: z.strictObject({ id: z.string() }),
  may: needUser,
  async run(ctx, { id }): Promise<Explanation> {
    const { db, workspaceId, actor } = ctx;
    const notification = found(await findNotification(db.read, workspaceId, actor.id, id), "notification");
    const [event, decision, topics, apps, me] = await Promise.all([
      findEvent(db.read, workspaceId, notification.eventId),
      findDecision(db.read, workspaceId, notification.eventId, actor.id),
      everyTopic(db, workspaceId),
      knownApps(db, workspaceId),
      findUser(db.read, workspaceId, actor.id),
    ]);
    const { payload, appId } = found(event, "event");
    const decided = found(decision, "decision");
    const deliveries = await findDeliveries(db.read, workspaceId, notification.eventId, [actor.id]);
    const raiser = await findRaiser(db, workspaceId, payload);
    const ways = await routesOf(db, found(event, "event"), [{ id: actor.id, email: me?.email ?? "" }]);
    const routes = ways.get(actor.id) ?? [];
    return explain({
      event: payload,
      topic: found(topics.get(notification.topic), "topic"),
      routes,
      decision: dated(decided, deliveries),
      at: decided.at.toISOString(),
      names: {
        actor: notification.actor?.name ?? null,
        app: (appId && apps.get(appId)?.name) || null,
        recipient: null,
        groups: await findGroupNames(
          db.read,
          workspaceId,
          routes.flatMap((route) => route.group ?? []),
        ),
        trigger: raiser && toldTo({ id: actor.id, role: actor.role, permissions: me?.permissions ?? [] }, raiser),
      },
    });
  },
});

/** A topic that the reader cannot have is not named to them either (R57). */
function toldTo(me: Parameters<typeof mayHave>[1] & { id: string }, { name, topic, by }: Raiser) {
  return {
    name,
    topic: topic && mayHave(topic, me) ? topic.name : null,
    by: by && (by.id === me.id ? "you" : by.name),
  };
}
