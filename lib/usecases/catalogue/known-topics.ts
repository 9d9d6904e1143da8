import type { Database } from "@/db/database";
import { perDatabase } from "@/db/per-database";
import { hasTopic, listSections, listTopicRows } from "@/db/queries/topics";
import type { Section, Topic } from "@/lib/core/topic";
import { withTemplates } from "@/lib/core/topic-templates";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";

interface Known {
  /** As they were made, before the workspace worded them otherwise. */
  defined: ReadonlyMap<string, Topic>;
  topics: ReadonlyMap<string, Topic>;
  everyTopic: ReadonlyMap<string, Topic>;
  sections: readonly Omit<Section, "topics">[];
  sectionNames: ReadonlyMap<string, string>;
}

/** What another process changes is seen here within this time; milliseconds. */
const MAX_AGE = 500;

const cacheOf = perDatabase(() => new Fresh<Known>(MAX_AGE), "topics");

/** The workspace's topics by key, as they were at most half a second ago. */
export async function knownTopics(db: Database, workspaceId: WorkspaceId): Promise<Known["topics"]> {
  return (await known(db, workspaceId)).topics;
}

/**
 * With those that were removed: for what was accepted, told or decided while they were there. Sure to hold those of `keys`,
 * however new: another process may have taken an event for one that this one has not heard of.
 */
export async function everyTopic(
  db: Database,
  workspaceId: WorkspaceId,
  keys: readonly string[] = [],
): Promise<Known["everyTopic"]> {
  const { everyTopic } = await known(db, workspaceId);
  if (keys.every((key) => everyTopic.has(key))) return everyTopic;
  forgetTopics(db, workspaceId);
  return (await known(db, workspaceId)).everyTopic;
}

/** As `knownTopics`, but sure to hold those of `keys` that there are, however new: who made one may post to it at once. */
export async function topicsWith(
  db: Database,
  workspaceId: WorkspaceId,
  keys: readonly string[],
): Promise<Known["topics"]> {
  const { topics } = await known(db, workspaceId);
  const missing = keys.filter((key) => !topics.has(key));
  if (missing.length === 0 || !(await hasTopic(db.read, workspaceId, missing))) return topics;
  forgetTopics(db, workspaceId);
  return knownTopics(db, workspaceId);
}

/** As `topicsWith`, but with the templates that each was made with: for who reads and writes topics themselves. */
export async function definedTopics(
  db: Database,
  workspaceId: WorkspaceId,
  keys: readonly string[] = [],
): Promise<Known["defined"]> {
  await topicsWith(db, workspaceId, keys);
  return (await known(db, workspaceId)).defined;
}

/** After a commit that changed the catalogue: who asks next in this process is told of it. */
export function forgetTopics(db: Database, workspaceId: WorkspaceId): void {
  cacheOf(db).forget(workspaceId);
}

/** The names of the sections by key. */
export async function sectionNames(db: Database, workspaceId: WorkspaceId): Promise<Known["sectionNames"]> {
  return (await known(db, workspaceId)).sectionNames;
}

/** The sections in the order in which the preferences list them. */
export async function knownSections(db: Database, workspaceId: WorkspaceId): Promise<Known["sections"]> {
  return (await known(db, workspaceId)).sections;
}

function known(db: Database, workspaceId: WorkspaceId): Promise<Known> {
  return cacheOf(db).get(workspaceId, async () => {
    const [rows, sections] = await Promise.all([
      listTopicRows(db.read, workspaceId),
      listSections(db.read, workspaceId),
    ]);
    const everyTopic = new Map(
      rows.map(({ key, definition, templates }) => [key, withTemplates(definition, templates)]),
    );
    const present = rows.filter(({ removedAt }) => !removedAt);
    return {
      defined: new Map(present.map(({ key, definition }) => [key, definition])),
      topics: new Map(present.map(({ key }) => [key, everyTopic.get(key)!])),
      everyTopic,
      sections,
      sectionNames: new Map(sections.map(({ key, name }) => [key, name])),
    };
  });
}
