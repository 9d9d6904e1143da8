import type { Database } from "@/db/database";
import { perDatabase } from "@/db/per-database";
import { listSections, listTopics } from "@/db/queries/topics";
import type { Section, Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";

interface Known {
  topics: ReadonlyMap<string, Topic>;
  sections: readonly Omit<Section, "topics">[];
  sectionNames: ReadonlyMap<string, string>;
}

/** What another process changes is seen here within this time; milliseconds. */
const MAX_AGE = 500;

const cacheOf = perDatabase(() => new Fresh<Known>(MAX_AGE));

/** The workspace's topics by key, as they were at most half a second ago. */
export async function knownTopics(db: Database, workspaceId: WorkspaceId): Promise<Known["topics"]> {
  return (await known(db, workspaceId)).topics;
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
    const [topics, sections] = await Promise.all([
      listTopics(db.read, workspaceId),
      listSections(db.read, workspaceId),
    ]);
    return {
      topics: new Map(topics.map((topic) => [topic.key, topic])),
      sections,
      sectionNames: new Map(sections.map(({ key, name }) => [key, name])),
    };
  });
}
