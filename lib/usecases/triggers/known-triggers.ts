import type { Database } from "@/db/database";
import { perDatabase } from "@/db/per-database";
import { listTriggerRows } from "@/db/queries/triggers";
import type { Topic } from "@/lib/core/topic";
import type { Trigger } from "@/lib/core/trigger";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";
import { topicsWith } from "../catalogue/known-topics";

/** What another process changes is seen here within this time; milliseconds. */
const MAX_AGE = 500;

const cacheOf = perDatabase(() => new Fresh<readonly Trigger[]>(MAX_AGE), "triggers");

/** The triggers on some topics, and the topics that they raise. */
export interface Triggering {
  triggers: readonly Trigger[];
  topics: ReadonlyMap<string, Topic>;
}

const NONE: Triggering = { triggers: [], topics: new Map() };

/** What is switched on for these topics, as it was at most half a second ago. Costs nothing where there is nothing. */
export async function triggersOn(db: Database, workspaceId: WorkspaceId, keys: readonly string[]): Promise<Triggering> {
  const all = await cacheOf(db).get(workspaceId, () => switchedOn(db, workspaceId));
  const triggers = all.filter(({ topic }) => keys.includes(topic));
  if (triggers.length === 0) return NONE;
  const raises = triggers.map((one) => one.raises);
  return { triggers, topics: await topicsWith(db, workspaceId, raises) };
}

/** After a commit that changed a trigger: who asks next in this process is told of it. */
export function forgetTriggers(db: Database, workspaceId: WorkspaceId): void {
  cacheOf(db).forget(workspaceId);
}

async function switchedOn(db: Database, workspaceId: WorkspaceId): Promise<Trigger[]> {
  const rows = await listTriggerRows(db.read, workspaceId);
  return rows.filter(({ offAt }) => offAt === null);
}
