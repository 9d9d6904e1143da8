import { and, eq, lt, sql } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { mailCounts } from "../schema/deliveries";

/** Whose places are counted: mails of a topic to an address on one day (R33). */
export interface CapKey {
  workspaceId: WorkspaceId;
  topic: string;
  address: string;
  day: string;
}

/** Takes places; answers how many are taken now, in the order given. Each key at most once. */
export async function takePlaces(tx: Tx, wanted: readonly (CapKey & { taken: number })[]): Promise<number[]> {
  if (wanted.length === 0) return [];
  const rows = await tx
    .insert(mailCounts)
    .values([...wanted])
    .onConflictDoUpdate({
      target: [mailCounts.workspaceId, mailCounts.topic, mailCounts.address, mailCounts.day],
      set: { taken: sql`${mailCounts.taken} + excluded.taken` },
    })
    .returning();
  const taken = new Map(rows.map((row) => [nameOf(row), row.taken]));
  return wanted.map((key) => taken.get(nameOf(key)) ?? 0);
}

/** Gives places back: of mails that were not sent after all. */
export async function giveBackPlaces(tx: Tx, { workspaceId, topic, address, day }: CapKey, places: number) {
  await tx
    .update(mailCounts)
    .set({ taken: sql`${mailCounts.taken} - ${places}` })
    .where(
      and(
        eq(mailCounts.workspaceId, workspaceId),
        eq(mailCounts.topic, topic),
        eq(mailCounts.address, address),
        eq(mailCounts.day, day),
      ),
    );
}

/** Forgets the counts of days before `day`; answers how many it met, `limit` at most. */
export async function purgeMailCounts(tx: Tx, day: string, limit: number): Promise<number> {
  const old = await tx.select().from(mailCounts).where(lt(mailCounts.day, day)).limit(limit);
  for (const { workspaceId, topic, address, day } of old) {
    await tx
      .delete(mailCounts)
      .where(
        and(
          eq(mailCounts.workspaceId, workspaceId),
          eq(mailCounts.topic, topic),
          eq(mailCounts.address, address),
          eq(mailCounts.day, day),
        ),
      );
  }
  return old.length;
}

function nameOf({ workspaceId, topic, address, day }: CapKey): string {
  return JSON.stringify([workspaceId, topic, address, day]);
}

/** Forgets how many mails an address got (S28). */
export async function eraseMailCounts(tx: Tx, workspaceId: WorkspaceId, address: string): Promise<void> {
  await tx.delete(mailCounts).where(and(eq(mailCounts.workspaceId, workspaceId), eq(mailCounts.address, address)));
}
