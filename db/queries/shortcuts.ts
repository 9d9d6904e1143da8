import { and, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { userSettings } from "../schema/preferences";

/** What a person said about single keys; undefined where they said nothing. */
export async function findShortcuts(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<boolean | undefined> {
  const [row] = await tx
    .select({ shortcuts: userSettings.shortcuts })
    .from(userSettings)
    .where(and(eq(userSettings.workspaceId, workspaceId), eq(userSettings.userId, userId)));
  return row?.shortcuts ?? undefined;
}

export async function saveShortcuts(
  tx: Tx,
  { workspaceId, userId, shortcuts }: { workspaceId: WorkspaceId; userId: string; shortcuts: boolean },
): Promise<void> {
  await tx
    .insert(userSettings)
    // At the epoch: `updated_at` is the version of their preferences, of which this is none.
    .values({ workspaceId, userId, shortcuts, updatedAt: new Date(0) })
    .onConflictDoUpdate({ target: [userSettings.workspaceId, userSettings.userId], set: { shortcuts } });
}
