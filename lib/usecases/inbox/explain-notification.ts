import { z } from "zod";
import type { Database } from "@/db/database";
import { type EventRow, findDecision, findEvent } from "@/db/queries/events";
import { findGroupNames, findMemberships } from "@/db/queries/groups";
import { findNotification } from "@/db/queries/notifications";
import { findUser } from "@/db/queries/users";
import { explain } from "@/lib/core/explain";
import type { Explanation } from "@/lib/core/explanation";
import type { Route } from "@/lib/core/recipient";
import { everyTopic } from "../catalogue/known-topics";
import { needUser } from "../context";
import { found, verb } from "../use-case";
import { knownApps } from "./known-apps";

/** Says in plain words why one of my notifications reached me, channel by channel (`Why this?`). */
export const explainNotification = verb({
  input: z.strictObject({ id: z.string() }),
  may: needUser,
  async run(ctx, { id }): Promise<Explanation> {
    needUser(ctx);
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
    const { channels, at } = found(decision, "decision");
    const routes = await routesOf(db, found(event, "event"), actor.id, me?.email ?? "");
    return explain({
      event: payload,
      topic: found(topics.get(notification.topic), "topic"),
      routes,
      decision: channels,
      at: at.toISOString(),
      names: {
        actor: notification.actor?.name ?? null,
        app: (appId && apps.get(appId)?.name) || null,
        recipient: null,
        groups: await findGroupNames(
          db.read,
          workspaceId,
          routes.flatMap((route) => route.group ?? []),
        ),
      },
    });
  },
});

/** How an event reaches one person, by what is known of the groups now. */
async function routesOf(db: Database, event: EventRow, userId: string, email: string): Promise<Route[]> {
  const { recipients } = event.payload;
  const groupIds = recipients.flatMap((one) => ("group" in one ? [one.group] : []));
  const memberships = await findMemberships(db.read, event.workspaceId, groupIds, [userId]);
  const mainOf = new Map(memberships.map(({ groupId, main }) => [groupId, main]));
  return recipients.flatMap((one): Route[] => {
    const as = one.as ?? null;
    if ("group" in one) {
      const main = mainOf.get(one.group);
      return main === undefined ? [] : [{ as, group: one.group, main }];
    }
    const isMe = "user" in one ? one.user === userId : one.email.toLowerCase() === email;
    return isMe ? [{ as, group: null, main: false }] : [];
  });
}
