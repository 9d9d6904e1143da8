import type { Database } from "@/db/client";
import { listSections, listTopics } from "@/db/queries/topics";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import { Fresh } from "@/lib/fresh";

interface Known {
  topics: ReadonlyMap<string, Topic>;
  sections: ReadonlyMap<string, string>;
}

/** What another process changes is seen here within this time; milliseconds. */
const MAX_AGE = 500;

const caches = new WeakMap<Database, Fresh<Known>>();

/** The workspace's topics by key, as they were at most half a second ago. */
export async function knownTopics(db: Database, workspaceId: WorkspaceId): Promise<Known["topics"]> {
  return (await known(db, workspaceId)).topics;
}

/** The names of the sections by key. */
export async function sectionNames(db: Database, workspaceId: WorkspaceId): Promise<Known["sections"]> {
  return (await known(db, workspaceId)).sections;
}

function known(db: Database, workspaceId: WorkspaceId): Promise<Known> {
  let cache = caches.get(db);
  if (!cache) caches.set(db, (cache = new Fresh(MAX_AGE)));
  return cache.get(workspaceId, async () => {
    const [topics, sections] = await Promise.all([
      listTopics(db.read, workspaceId),
      listSections(db.read, workspaceId),
    ]);
    return {
      topics: new Map(topics.map((topic) => [topic.key, topic])),
      sections: new Map(sections.map(({ key, name }) => [key, name])),
    };
  });
}
