import { and, asc, eq, isNull } from "drizzle-orm";
import type { Section, Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { sections, topics } from "../schema/catalogue";

export async function listTopics(tx: Tx, workspaceId: WorkspaceId): Promise<Topic[]> {
  const rows = await tx
    .select({ definition: topics.definition })
    .from(topics)
    .where(eq(topics.workspaceId, workspaceId))
    .orderBy(asc(topics.position));
  return rows.map((row) => row.definition);
}

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
