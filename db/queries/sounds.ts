import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { ChosenSounds, Sound } from "@/lib/core/sound";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { prepared } from "../dialects/prepared";
import { userSettings, userTopicSounds } from "../schema/preferences";

/** What one person chose to hear, in one question. */
export async function findSounds(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<ChosenSounds> {
  const rows = await soundsOf(tx, { workspaceId, userId });
  const byTopic = new Map(rows.map(({ topic, sound }) => [topic, sound]));
  return { all: byTopic.get("") ?? null, byTopic };
}

const soundsOf = prepared<{ workspaceId: string; userId: string }>()((tx, value) =>
  tx
    .select({ topic: userTopicSounds.topic, sound: userTopicSounds.sound })
    .from(userTopicSounds)
    .where(and(eq(userTopicSounds.workspaceId, value("workspaceId")), eq(userTopicSounds.userId, value("userId"))))
    .unionAll(
      tx
        // The empty key, which no topic has, stands for all.
        .select({ topic: sql<string>`''`, sound: sql<Sound>`${userSettings.sound}` })
        .from(userSettings)
        .where(
          and(
            eq(userSettings.workspaceId, value("workspaceId")),
            eq(userSettings.userId, value("userId")),
            isNotNull(userSettings.sound),
          ),
        ),
    ),
);
