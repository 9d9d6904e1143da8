import { and, asc, eq, sql } from "drizzle-orm";
import { MEDIA } from "@/lib/core/channel";
import type { OwnChoice } from "@/lib/core/layers";
import type { PlannedChange } from "@/lib/core/plan-change";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import {
  profileDefaults,
  profileGroups,
  profiles,
  userChannelPreferences,
  userSettings,
  userTopicPreferences,
  userTopicSounds,
} from "../schema/preferences";

const choicesOf = prepared<{ workspaceId: string; userIds: unknown; topics: unknown }>()((tx, value) => {
  const [t, c] = [userTopicPreferences, userChannelPreferences];
  const aboutTopics = tx
    .select({ userId: t.userId, topic: t.topic, target: t.medium, enabled: t.enabled, updatedAt: t.updatedAt })
    .from(t)
    .where(
      and(
        eq(t.workspaceId, value("workspaceId")),
        isOneOfNamed(t.userId, value("userIds")),
        isOneOfNamed(t.topic, value("topics")),
      ),
    );
  const aboutChannels = tx
    .select({ userId: c.userId, topic: NO_TOPIC, target: c.channel, enabled: c.enabled, updatedAt: c.updatedAt })
    .from(c)
    .where(and(eq(c.workspaceId, value("workspaceId")), isOneOfNamed(c.userId, value("userIds"))));
  return aboutTopics.unionAll(aboutChannels as never);
});

const NO_TOPIC = sql<string>`''`;

/** What `userIds` chose about `topics`, by medium, and about channels, under no topic: see `OwnChoice`. */
export async function findChoices(
  tx: Tx,
  workspaceId: WorkspaceId,
  topics: readonly string[],
  userIds: readonly string[],
): Promise<(OwnChoice & { userId: string })[]> {
  return choicesOf(tx, { workspaceId, userIds: listOf(userIds), topics: listOf(topics) });
}

const profilesOf = prepared<{ workspaceId: string }>()((tx, value) =>
  tx
    .select({ id: profiles.id, name: profiles.name, position: profiles.position })
    .from(profiles)
    .where(eq(profiles.workspaceId, value("workspaceId")))
    .orderBy(asc(profiles.position), asc(profiles.id)),
);

const profileGroupsOf = prepared<{ workspaceId: string }>()((tx, value) =>
  tx
    .select({ profileId: profileGroups.profileId, groupId: profileGroups.groupId })
    .from(profileGroups)
    .where(eq(profileGroups.workspaceId, value("workspaceId"))),
);

const { profileId, topic, target, enabled, overridesUntil } = profileDefaults;
const DEFAULT = { profileId, topic, target, enabled, overridesUntil };

const allDefaults = prepared<{ workspaceId: string }>()((tx, value) =>
  tx
    .select(DEFAULT)
    .from(profileDefaults)
    .where(eq(profileDefaults.workspaceId, value("workspaceId"))),
);

const defaultsAbout = prepared<{ workspaceId: string; topics: unknown }>()((tx, value) =>
  tx
    .select(DEFAULT)
    .from(profileDefaults)
    .where(and(eq(profileDefaults.workspaceId, value("workspaceId")), isOneOfNamed(topic, value("topics")))),
);

/** Profiles in their order, each with the groups it is for, and what it says about channels and about `topics`; of all if not given. */
export async function listProfiles(tx: Tx, workspaceId: WorkspaceId, topics?: readonly string[]) {
  const rows = await profilesOf(tx, { workspaceId });
  // Most workspaces have none, and this is asked at every event and every toggle.
  if (rows.length === 0) return [];
  const groups = await profileGroupsOf(tx, { workspaceId });
  const defaults = topics
    ? await defaultsAbout(tx, { workspaceId, topics: listOf(["", ...topics]) })
    : await allDefaults(tx, { workspaceId });
  return rows.map((profile) => ({
    ...profile,
    groupIds: groups.filter((row) => row.profileId === profile.id).map((row) => row.groupId),
    defaults: defaults.filter((row) => row.profileId === profile.id),
  }));
}

const soundsOf = prepared<{ workspaceId: string; userId: string }>()((tx, value) =>
  tx
    .select({ topic: userTopicSounds.topic, sound: userTopicSounds.sound })
    .from(userTopicSounds)
    .where(and(eq(userTopicSounds.workspaceId, value("workspaceId")), eq(userTopicSounds.userId, value("userId")))),
);

/** The sounds that a person gave to single topics (R22). */
export async function findTopicSounds(tx: Tx, workspaceId: WorkspaceId, userId: string) {
  return soundsOf(tx, { workspaceId, userId });
}

const settingsOf = prepared<{ workspaceId: string; userId: string }>()((tx, value) =>
  tx
    .select({ sound: userSettings.sound, redDot: userSettings.redDot, updatedAt: userSettings.updatedAt })
    .from(userSettings)
    .where(and(eq(userSettings.workspaceId, value("workspaceId")), eq(userSettings.userId, value("userId")))),
);

/** Undefined for who never set anything. `updatedAt` is the version of all their preferences. */
export async function findUserSettings(tx: Tx, workspaceId: WorkspaceId, userId: string) {
  const [row] = await settingsOf(tx, { workspaceId, userId });
  return row;
}

/** Stores what one person chose; a null forgets. `version` is that of all they stored: see `user_settings.updated_at`. */
export async function savePreferences(
  tx: Tx,
  { workspaceId, userId, now, version }: { workspaceId: WorkspaceId; userId: string; now: Date; version: Date },
  { topics, channels, sounds, settings }: Omit<PlannedChange, "undo">,
): Promise<void> {
  const mine = { workspaceId, userId, updatedAt: now };
  await saveTopics(tx, mine, topics);
  await saveChannels(tx, mine, channels);
  await saveSounds(tx, mine, sounds);
  await tx
    .insert(userSettings)
    .values({ ...mine, ...settings, updatedAt: version })
    .onConflictDoUpdate({
      target: [userSettings.workspaceId, userSettings.userId],
      set: { ...settings, updatedAt: version },
    });
}

/** Rows of one statement: SQLite takes 32,766 parameters. */
const ROWS_A_STATEMENT = 500;

type Mine = { workspaceId: WorkspaceId; userId: string; updatedAt: Date };

async function saveTopics(tx: Tx, mine: Mine, changes: PlannedChange["topics"]): Promise<void> {
  const t = userTopicPreferences;
  const kept = changes.flatMap(({ enabled, ...of }) => (enabled === null ? [] : [{ ...mine, ...of, enabled }]));
  for (let start = 0; start < kept.length; start += ROWS_A_STATEMENT) {
    await tx
      .insert(t)
      .values(kept.slice(start, start + ROWS_A_STATEMENT))
      .onConflictDoUpdate({
        target: [t.workspaceId, t.userId, t.topic, t.medium],
        set: { enabled: sql`excluded.enabled`, updatedAt: mine.updatedAt },
      });
  }
  for (const medium of MEDIA) {
    const gone = changes.filter((one) => one.enabled === null && one.medium === medium).map(({ topic }) => topic);
    if (gone.length > 0) await tx.delete(t).where(and(ofPerson(t, mine), eq(t.medium, medium), isOneOf(t.topic, gone)));
  }
}

async function saveChannels(tx: Tx, mine: Mine, changes: PlannedChange["channels"]): Promise<void> {
  const t = userChannelPreferences;
  const kept = changes.flatMap(({ channel, enabled }) => (enabled === null ? [] : [{ ...mine, channel, enabled }]));
  const gone = changes.filter(({ enabled }) => enabled === null).map(({ channel }) => channel);
  if (kept.length > 0) {
    await tx
      .insert(t)
      .values(kept)
      .onConflictDoUpdate({
        target: [t.workspaceId, t.userId, t.channel],
        set: { enabled: sql`excluded.enabled`, updatedAt: mine.updatedAt },
      });
  }
  if (gone.length > 0) await tx.delete(t).where(and(ofPerson(t, mine), isOneOf(t.channel, gone)));
}

async function saveSounds(tx: Tx, mine: Mine, changes: PlannedChange["sounds"]): Promise<void> {
  const t = userTopicSounds;
  const kept = changes.flatMap(({ topic, sound }) => (sound === null ? [] : [{ ...mine, topic, sound }]));
  const gone = changes.filter(({ sound }) => sound === null).map(({ topic }) => topic);
  for (let start = 0; start < kept.length; start += ROWS_A_STATEMENT) {
    await tx
      .insert(t)
      .values(kept.slice(start, start + ROWS_A_STATEMENT))
      .onConflictDoUpdate({
        target: [t.workspaceId, t.userId, t.topic],
        set: { sound: sql`excluded.sound`, updatedAt: mine.updatedAt },
      });
  }
  if (gone.length > 0) await tx.delete(t).where(and(ofPerson(t, mine), isOneOf(t.topic, gone)));
}

function ofPerson(
  t: typeof userTopicPreferences | typeof userChannelPreferences | typeof userTopicSounds,
  { workspaceId, userId }: Mine,
) {
  return and(eq(t.workspaceId, workspaceId), eq(t.userId, userId));
}
