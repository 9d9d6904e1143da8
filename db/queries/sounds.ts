import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { ChosenSounds, Sound } from "@/lib/core/sound";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { userSettings, userTopicSounds } from "../schema/preferences";

/** What one person chose to hear, in one question. */
export async function findSounds(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<ChosenSounds> {
  const rows = await tx
    .select({ topic: userTopicSounds.topic, sound: userTopicSounds.sound })
    .from(userTopicSounds)
    .where(and(eq(userTopicSounds.workspaceId, workspaceId), eq(userTopicSounds.userId, userId)))
    .unionAll(
      tx
        // The empty key, which no topic has, stands for all.
        .select({ topic: sql<string>`''`, sound: sql<Sound>`${userSettings.sound}` })
        .from(userSettings)
        .where(
          and(
            eq(userSettings.workspaceId, workspaceId),
            eq(userSettings.userId, userId),
            isNotNull(userSettings.sound),
          ),
        ),
    );
  const byTopic = new Map(rows.map(({ topic, sound }) => [topic, sound]));
  return { all: byTopic.get("") ?? null, byTopic };
}
