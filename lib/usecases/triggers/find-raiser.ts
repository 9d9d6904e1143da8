import type { Database } from "@/db/database";
import { findEvent } from "@/db/queries/events";
import { findTrigger } from "@/db/queries/triggers";
import { findUser } from "@/db/queries/users";
import type { StoredEvent } from "@/lib/core/stored-event";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { everyTopic } from "../catalogue/known-topics";

/** The trigger behind an event: its name then, what it listened to, and who set it up; null where that is gone (R85). */
export interface Raiser {
  name: string;
  topic: Topic | null;
  by: { id: string; name: string } | null;
}

/** What raised an event; null where no trigger did. */
export async function findRaiser(
  db: Database,
  workspaceId: WorkspaceId,
  { cause }: Pick<StoredEvent, "cause">,
): Promise<Raiser | null> {
  if (!cause) return null;
  const [trigger, met] = await Promise.all([
    findTrigger(db.read, workspaceId, cause.trigger),
    findEvent(db.read, workspaceId, cause.event),
  ]);
  // What it listened to when it was met: it may listen to something else by now.
  const key = met?.topic ?? trigger?.topic;
  const [topics, maker] = await Promise.all([
    key ? everyTopic(db, workspaceId, [key]) : null,
    trigger?.createdBy ? findUser(db.read, workspaceId, trigger.createdBy) : null,
  ]);
  return {
    name: cause.name,
    topic: (key && topics?.get(key)) || null,
    by: maker ? { id: maker.id, name: maker.name } : null,
  };
}
