import type { Database } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import type { WorkspaceId } from "@/lib/core/workspace";
import { everyTopic } from "../catalogue/known-topics";
import { connectable } from "../connections/load-connected";
import type { DecideOptions } from "./decided-chunk";
import { loadNames, type Names } from "./load-names";
import { loadPeople, type Person } from "./load-people";

/** What deciding looks up, by id; who is missing among the people is nobody here. */
export interface Known {
  people: ReadonlyMap<string, Person>;
  names: Names;
}

/** Loads all that deciding some events of one workspace for some people needs, with one query a table. */
export async function loadKnown(
  db: Database,
  workspaceId: WorkspaceId,
  { events, userIds }: { events: readonly EventRow[]; userIds: readonly string[] },
  { now, activeWindowSeconds }: Pick<DecideOptions, "now" | "activeWindowSeconds">,
): Promise<Known> {
  const keys = [...new Set(events.map(({ topic }) => topic))];
  const topics = await everyTopic(db, workspaceId, keys);
  const [people, names] = await Promise.all([
    loadPeople(db.read, workspaceId, {
      userIds,
      topics: keys,
      channels: connectable(keys.map((key) => topics.get(key))),
      groupIds: [...new Set(events.flatMap(({ payload }) => payload.visible_to?.groups ?? []))],
      now,
      activeWindowSeconds,
    }),
    loadNames(db, workspaceId, events),
  ]);
  return { people, names };
}
