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

/** Stores what a person set beside their preferences. */
export async function saveOwnSetting(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: WorkspaceId; userId: string },
  setting: Partial<Pick<typeof userSettings.$inferSelect, "shortcuts" | "hidesPushText" | "defaultsSeenAt">>,
): Promise<void> {
  await tx
    .insert(userSettings)
    // At the epoch, as if there were no row: it is the version of their preferences, which are as they were.
    .values({ workspaceId, userId, ...setting, updatedAt: new Date(0) })
    .onConflictDoUpdate({ target: [userSettings.workspaceId, userSettings.userId], set: setting });
}
