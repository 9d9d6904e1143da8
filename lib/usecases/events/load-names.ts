import type { Database } from "@/db/database";
import { listApps } from "@/db/queries/access";
import type { EventRow } from "@/db/queries/events";
import { findRecipients } from "@/db/queries/users";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { everyTopic } from "../catalogue/known-topics";

/** What an event refers to, by id. */
export interface Names {
  topics: ReadonlyMap<string, Topic>;
  apps: ReadonlyMap<string, { name: string }>;
  actors: ReadonlyMap<string, { name: string }>;
}

/** Loads the topics, apps and actors of some events with one query a table. */
export async function loadNames(db: Database, workspaceId: WorkspaceId, events: readonly EventRow[]): Promise<Names> {
  const actorIds = events.flatMap(({ payload: { actor } }) => (actor && "user" in actor ? [actor.user] : []));
  const [topics, apps, actors] = await Promise.all([
    everyTopic(
      db,
      workspaceId,
      events.map(({ topic }) => topic),
    ),
    listApps(db.read, workspaceId),
    actorIds.length > 0 ? findRecipients(db.read, workspaceId, [...new Set(actorIds)]) : [],
  ]);
  return {
    topics,
    apps: new Map(apps.map((app) => [app.id, app])),
    actors: new Map(actors.map((actor) => [actor.id, actor])),
  };
}
