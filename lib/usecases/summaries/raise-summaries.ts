import type { Database } from "@/db/database";
import { insertEvents } from "@/db/queries/events";
import { countByTopic, insertSummaries, listInZone, listZones } from "@/db/queries/summaries";
import { listWorkspaces, type WorkspaceRow } from "@/db/queries/workspaces";
import { resolveTopic } from "@/lib/core/preference";
import { type DueSummary, dueSummary } from "@/lib/core/summary";
import type { Topic } from "@/lib/core/topic";
import type { newId as makeId } from "@/lib/ids";
import { knownTopics } from "../catalogue/known-topics";
import { loadPeople } from "../events/load-people";
import { summaryEvent } from "./summary-event";

/** People that one transaction raises summaries for. */
const PEOPLE_AT_ONCE = 500;

type Summary = Topic & { digest: NonNullable<Topic["digest"]> };
interface Raising {
  now: Date;
  newId: typeof makeId;
}

/**
 * Raises the summaries that are due, as events of Belfry's own: for who wants one, once a week by their own clocks, and only
 * where there is something to sum up (R37, R38). Any number of processes may. `done` keeps what this one has looked
 * through: those who turn a summary on later wait for the next. Answers how many it raised.
 */
export async function raiseSummaries(db: Database, raising: Raising, done: Set<string>): Promise<number> {
  let raised = 0;
  for (const workspace of await listWorkspaces(db.read)) {
    const topics = await knownTopics(db, workspace.id);
    const summaries = [...topics.values()].filter((topic): topic is Summary => topic.digest !== null);
    if (summaries.length === 0) continue;
    for (const zone of await listZones(db.read, workspace.id)) {
      for (const topic of summaries) {
        const due = dueSummary(raising.now, topic.digest, zone ?? workspace.timeZone);
        const name = due && JSON.stringify([workspace.id, topic.key, zone, due.day]);
        if (!due || !name || done.has(name)) continue;
        const ofSection = [...topics.values()].filter(({ section }) => section === topic.section);
        raised += await raiseInZone(db, raising, { workspace, zone, topic, due, ofSection });
        done.add(name);
      }
    }
  }
  return raised;
}

interface InZone {
  workspace: WorkspaceRow;
  zone: string | null;
  topic: Summary;
  due: DueSummary;
  ofSection: Topic[];
}

async function raiseInZone(db: Database, raising: Raising, { workspace, zone, topic, due, ofSection }: InZone) {
  const { id: workspaceId } = workspace;
  let raised = 0;
  for (let after = ""; ; ) {
    const ids = await listInZone(db.read, workspaceId, zone, { after, limit: PEOPLE_AT_ONCE });
    const userIds = await whoWant(db, raising, { workspaceId, topic, ids });
    const topics = ofSection.map(({ key }) => key);
    const counts = await countByTopic(db.read, workspaceId, { userIds, topics, summary: topic.key, ...due });
    const events = userIds.flatMap((user) => {
      const own = counts.filter(({ userId }) => userId === user);
      return summaryEvent({ ...raising, workspaceId, user, topic, due, counts: own, ofSection }) ?? [];
    });
    if (events.length > 0) {
      raised += await db.transact(async (tx) => {
        const rows = events.map(({ user }) => ({ workspaceId, userId: user, topic: topic.key, day: due.day }));
        const fresh = await insertSummaries(tx, rows);
        await insertEvents(
          tx,
          events.filter(({ user }) => fresh.has(user)).map(({ row }) => row),
        );
        return fresh.size;
      });
    }
    if (ids.length < PEOPLE_AT_ONCE) return raised;
    after = ids.at(-1)!;
  }
}

async function whoWant(
  db: Database,
  { now }: Raising,
  { workspaceId, topic, ids }: { workspaceId: WorkspaceRow["id"]; topic: Topic; ids: readonly string[] },
): Promise<string[]> {
  const wanted = { userIds: ids, topics: [topic.key], groupIds: [], now, activeWindowSeconds: 0 };
  const people = await loadPeople(db.read, workspaceId, wanted);
  const wants = (id: string) =>
    topic.media.some((medium) => resolveTopic(topic, medium, people.get(id)!.layers).enabled);
  return ids.filter((id) => people.has(id) && wants(id));
}
