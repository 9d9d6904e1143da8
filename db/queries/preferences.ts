import { and, asc, eq } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import {
  profileDefaults,
  profileGroups,
  profiles,
  userChannelPreferences,
  userTopicPreferences,
} from "../schema/preferences";

export async function findTopicPreferences(
  tx: Tx,
  workspaceId: WorkspaceId,
  topics: readonly string[],
  userIds: readonly string[],
) {
  return tx
    .select()
    .from(userTopicPreferences)
    .where(
      and(
        eq(userTopicPreferences.workspaceId, workspaceId),
        isOneOf(userTopicPreferences.userId, userIds),
        isOneOf(userTopicPreferences.topic, topics),
      ),
    );
}

export async function findChannelPreferences(tx: Tx, workspaceId: WorkspaceId, userIds: readonly string[]) {
  return tx
    .select()
    .from(userChannelPreferences)
    .where(and(eq(userChannelPreferences.workspaceId, workspaceId), isOneOf(userChannelPreferences.userId, userIds)));
}

/** Profiles in their order, each with the groups it is for and what it says. */
export async function listProfiles(tx: Tx, workspaceId: WorkspaceId) {
  const [rows, groups, defaults] = await Promise.all([
    tx.select().from(profiles).where(eq(profiles.workspaceId, workspaceId)).orderBy(asc(profiles.position)),
    tx.select().from(profileGroups).where(eq(profileGroups.workspaceId, workspaceId)),
    tx.select().from(profileDefaults).where(eq(profileDefaults.workspaceId, workspaceId)),
  ]);
  return rows.map((profile) => ({
    ...profile,
    groupIds: groups.filter((row) => row.profileId === profile.id).map((row) => row.groupId),
    defaults: defaults.filter((row) => row.profileId === profile.id),
  }));
}
