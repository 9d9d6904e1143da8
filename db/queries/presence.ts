import { and, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { presence } from "../schema/directory";

/** When a person last moved in a visible tab; null where they never did. */
export async function findActiveAt(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: presence.activeAt })
    .from(presence)
    .where(and(eq(presence.workspaceId, workspaceId), eq(presence.userId, userId)));
  return row?.at ?? null;
}

/** The person moved in a visible tab at that moment: they are active, and have Belfry open (A16). */
export async function recordActivity(tx: Tx, workspaceId: WorkspaceId, userId: string, activeAt: Date): Promise<void> {
  await tx
    .insert(presence)
    .values({ workspaceId, userId, activeAt, openAt: activeAt })
    .onConflictDoUpdate({ target: [presence.workspaceId, presence.userId], set: { activeAt, openAt: activeAt } });
}

/** Of who was active at some time: whoever signed in was. */
export async function recordOpen(tx: Tx, workspaceId: WorkspaceId, userId: string, openAt: Date): Promise<void> {
  await tx
    .update(presence)
    .set({ openAt })
    .where(and(eq(presence.workspaceId, workspaceId), eq(presence.userId, userId)));
}

/** As if they had never come. */
export async function clearActivity(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<void> {
  await tx.delete(presence).where(and(eq(presence.workspaceId, workspaceId), eq(presence.userId, userId)));
}
