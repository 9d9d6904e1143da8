import { and, asc, eq, isNull, max } from "drizzle-orm";
import type { Section, Topic } from "@/lib/core/topic";
import type { TopicTemplates } from "@/lib/core/topic-templates";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { sections, topics } from "../schema/catalogue";

export type TopicRow = typeof topics.$inferSelect;

/** The topics that there are, in the order in which they are listed. */
export async function listTopics(tx: Tx, workspaceId: WorkspaceId): Promise<Topic[]> {
  const rows = await listTopicRows(tx, workspaceId);
  return rows.flatMap(({ definition, removedAt }) => (removedAt ? [] : definition));
}

/** With those that were removed. */
export async function listTopicRows(tx: Tx, workspaceId: WorkspaceId): Promise<TopicRow[]> {
  return tx.select().from(topics).where(eq(topics.workspaceId, workspaceId)).orderBy(asc(topics.position));
}

/** Also one that was removed. */
export async function findTopic(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<TopicRow | undefined> {
  const [row] = await tx
    .select()
    .from(topics)
    .where(and(eq(topics.workspaceId, workspaceId), eq(topics.key, key)));
  return row;
}

/** Whether there is any of these topics. */
export async function hasTopic(tx: Tx, workspaceId: WorkspaceId, keys: readonly string[]): Promise<boolean> {
  const [row] = await tx
    .select({ key: topics.key })
    .from(topics)
    .where(and(eq(topics.workspaceId, workspaceId), isOneOf(topics.key, keys), isNull(topics.removedAt)))
    .limit(1);
  return row !== undefined;
}

/** A topic in place of the one with its key; a new one comes last. */
export async function saveTopic(
  tx: Tx,
  { position, ...row }: Omit<TopicRow, "position" | "templates"> & { position?: number },
) {
  const { definition, changedAt, removedAt } = row;
  await tx
    .insert(topics)
    .values({ ...row, position: position ?? (await lastTopic(tx, row.workspaceId)) + 1 })
    .onConflictDoUpdate({ target: [topics.workspaceId, topics.key], set: { definition, changedAt, removedAt } });
}

/** What the workspace says instead of a topic's own templates; null: nothing. */
export async function saveTemplates(tx: Tx, workspaceId: WorkspaceId, key: string, templates: TopicTemplates | null) {
  await tx
    .update(topics)
    .set({ templates })
    .where(and(eq(topics.workspaceId, workspaceId), eq(topics.key, key)));
}

async function lastTopic(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const [last] = await tx
    .select({ at: max(topics.position) })
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId));
  // Room before them for the topics of later releases.
  return Math.max(last?.at ?? 0, 10_000);
}

/** Makes a section where there is none of that key. */
export async function ensureSection(tx: Tx, workspaceId: WorkspaceId, key: string, name: string): Promise<void> {
  const [last] = await tx
    .select({ at: max(sections.position) })
    .from(sections)
    .where(eq(sections.workspaceId, workspaceId));
  const position = Math.max(last?.at ?? 0, 1000) + 1;
  await tx.insert(sections).values({ workspaceId, key, name, description: "", position }).onConflictDoNothing();
}

/** None of its topics is offered any more. */
export async function removeSection(tx: Tx, workspaceId: WorkspaceId, key: string): Promise<void> {
  await tx.delete(sections).where(and(eq(sections.workspaceId, workspaceId), eq(sections.key, key)));
}

/** In their order, without their topics. */
export async function listSections(tx: Tx, workspaceId: WorkspaceId): Promise<Omit<Section, "topics">[]> {
  return tx
    .select({ key: sections.key, name: sections.name, description: sections.description })
    .from(sections)
    .where(eq(sections.workspaceId, workspaceId))
    .orderBy(asc(sections.position));
}

/** Brings the stored catalogue up to the shipped one by key; what an admin changed stays as it is. */
export async function saveCatalogue(tx: Tx, workspaceId: WorkspaceId, catalogue: readonly Section[]): Promise<void> {
  const stored = new Map(
    (await tx.select().from(topics).where(eq(topics.workspaceId, workspaceId))).map((row) => [row.key, row]),
  );
  let position = 0;
  for (const [index, { topics: listed, ...section }] of catalogue.entries()) {
    const row = { workspaceId, ...section, position: index };
    await tx
      .insert(sections)
      .values(row)
      .onConflictDoUpdate({
        target: [sections.workspaceId, sections.key],
        set: { name: row.name, description: row.description, position: row.position },
      });
    for (const definition of listed) {
      position += 1;
      const current = stored.get(definition.key);
      if (!current) {
        await tx.insert(topics).values({ workspaceId, key: definition.key, position, definition });
      } else if (!current.changedAt) {
        await tx
          .update(topics)
          .set({ definition, position })
          .where(and(eq(topics.workspaceId, workspaceId), eq(topics.key, definition.key), isNull(topics.changedAt)));
      }
    }
  }
}
