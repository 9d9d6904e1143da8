import { and, asc, count, countDistinct, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { PlacedChoice } from "@/lib/core/compare-defaults";
import type { Cell } from "@/lib/core/defaults";
import type { StandingDefault } from "@/lib/core/layers";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { gathered, isOneOf } from "../dialects/behaviour";
import { groupMembers, groups, users } from "../schema/directory";
import {
  defaultChanges,
  profileDefaults,
  profileGroups,
  profiles,
  userChannelPreferences,
  userSettings,
  userTopicPreferences,
} from "../schema/preferences";

export type DefaultChangeRow = typeof defaultChanges.$inferSelect;

/** Makes the profile, or gives it another name and place. */
export async function saveProfile(tx: Tx, row: typeof profiles.$inferInsert): Promise<void> {
  await tx
    .insert(profiles)
    .values(row)
    .onConflictDoUpdate({
      target: [profiles.workspaceId, profiles.id],
      set: { name: row.name, position: row.position },
    });
}

/** What it said, whom it was for and its changes go with it. */
export async function deleteProfile(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await tx.delete(profiles).where(and(eq(profiles.workspaceId, workspaceId), eq(profiles.id, id)));
}

/** Makes a profile one for exactly these groups. */
export async function replaceProfileGroups(
  tx: Tx,
  workspaceId: WorkspaceId,
  profileId: string,
  groupIds: readonly string[],
): Promise<void> {
  await tx
    .delete(profileGroups)
    .where(and(eq(profileGroups.workspaceId, workspaceId), eq(profileGroups.profileId, profileId)));
  await tx.insertMany(
    profileGroups,
    groupIds.map((groupId) => ({ workspaceId, profileId, groupId })),
  );
}

/** Puts `defaults` in the place of what the profile said about `cells`; of others it says what it said. */
export async function replaceDefaults(
  tx: Tx,
  { workspaceId, profileId, updatedAt }: { workspaceId: WorkspaceId; profileId: string; updatedAt: Date },
  cells: readonly Cell[],
  defaults: readonly StandingDefault[],
): Promise<void> {
  const t = profileDefaults;
  for (const target of new Set(cells.map((cell) => cell.target))) {
    const topics = cells.filter((cell) => cell.target === target).map(({ topic }) => topic);
    await tx
      .delete(t)
      .where(
        and(eq(t.workspaceId, workspaceId), eq(t.profileId, profileId), eq(t.target, target), isOneOf(t.topic, topics)),
      );
  }
  await tx.insertMany(
    t,
    defaults.map(({ topic, target, enabled, overridesUntil }) => ({
      workspaceId,
      profileId,
      topic,
      target,
      enabled,
      overridesUntil,
      updatedAt,
    })),
  );
}

/** All who can sign in, with what gates ask. */
export async function listConcerned(tx: Tx, workspaceId: WorkspaceId) {
  return tx
    .select({ id: users.id, role: users.role, permissions: users.permissions })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), isNull(users.deactivatedAt)));
}

/** Who is in any of the groups; of `userId` alone, when given. */
export async function listMembersOf(tx: Tx, workspaceId: WorkspaceId, groupIds: readonly string[], userId?: string) {
  if (groupIds.length === 0) return [];
  return tx
    .select({ userId: groupMembers.userId, groupId: groupMembers.groupId })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.workspaceId, workspaceId),
        isOneOf(groupMembers.groupId, groupIds),
        userId === undefined ? undefined : eq(groupMembers.userId, userId),
      ),
    );
}

/** What people chose in `cells`, by person: one row each, however much they chose. */
export async function gatherChoices(
  tx: Tx,
  workspaceId: WorkspaceId,
  cells: readonly Cell[],
): Promise<Map<string, PlacedChoice[]>> {
  const [t, c] = [userTopicPreferences, userChannelPreferences];
  const choices = new Map<string, PlacedChoice[]>();
  const placed = placing(cells);
  const topics = [...new Set(cells.flatMap(({ topic }) => topic || []))];
  const targets = [...new Set(cells.map(({ target }) => target))];
  if (topics.length > 0) {
    const rows = await tx
      .select({ userId: t.userId, all: gathered(t.medium, t.topic, t.enabled, t.updatedAt) })
      .from(t)
      .where(and(eq(t.workspaceId, workspaceId), isOneOf(t.topic, topics), isOneOf(t.medium, targets)))
      .groupBy(t.userId);
    for (const { userId, all } of rows) choices.set(userId, placed(all));
  }
  const channels = cells.flatMap(({ topic, target }) => (topic === "" ? target : []));
  if (channels.length > 0) {
    const rows = await tx
      .select({ userId: c.userId, all: gathered(c.channel, sql`''`, c.enabled, c.updatedAt) })
      .from(c)
      .where(and(eq(c.workspaceId, workspaceId), isOneOf(c.channel, channels)))
      .groupBy(c.userId);
    for (const { userId, all } of rows) choices.set(userId, [...(choices.get(userId) ?? []), ...placed(all)]);
  }
  return choices;
}

/** Reads what was gathered of a person; what is about none of `cells` is left out. */
function placing(cells: readonly Cell[]): (all: string) => PlacedChoice[] {
  const places = new Map<string, Map<string, number>>();
  for (const [cell, { target, topic }] of cells.entries())
    places.set(target, (places.get(target) ?? new Map()).set(topic, cell));
  return (all) => {
    const choices: PlacedChoice[] = [];
    const rows: [Cell["target"], string, boolean | number, string | number][] = JSON.parse(all);
    for (const [target, topic, enabled, at] of rows) {
      const cell = places.get(target)?.get(topic);
      if (cell === undefined) continue;
      choices.push({ cell, enabled: Boolean(enabled), at: typeof at === "number" ? at : Date.parse(at) });
    }
    return choices;
  };
}

/** All groups by name, with how many people each has. */
export async function listGroupSizes(tx: Tx, workspaceId: WorkspaceId) {
  return tx
    .select({ id: groups.id, name: groups.name, people: count(groupMembers.userId) })
    .from(groups)
    .leftJoin(groupMembers, and(eq(groupMembers.workspaceId, groups.workspaceId), eq(groupMembers.groupId, groups.id)))
    .where(eq(groups.workspaceId, workspaceId))
    .groupBy(groups.id, groups.name)
    .orderBy(asc(groups.name), asc(groups.id));
}

/** For each profile with groups, how many people it is for; deactivated ones are not counted. */
export async function countProfilePeople(tx: Tx, workspaceId: WorkspaceId): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: profileGroups.profileId, people: countDistinct(groupMembers.userId) })
    .from(profileGroups)
    .innerJoin(
      groupMembers,
      and(eq(groupMembers.workspaceId, profileGroups.workspaceId), eq(groupMembers.groupId, profileGroups.groupId)),
    )
    .innerJoin(users, and(eq(users.workspaceId, groupMembers.workspaceId), eq(users.id, groupMembers.userId)))
    .where(and(eq(profileGroups.workspaceId, workspaceId), isNull(users.deactivatedAt)))
    .groupBy(profileGroups.profileId);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** How many people can sign in: all for whom the account's defaults are. */
export async function countActivePeople(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), isNull(users.deactivatedAt)));
  return row?.n ?? 0;
}

/** What was saved, with what it takes to undo it. */
export async function insertDefaultChange(tx: Tx, row: typeof defaultChanges.$inferInsert): Promise<void> {
  await tx.insert(defaultChanges).values(row);
}

/** Whether it was undone or not; undefined for one of another workspace. */
export async function findDefaultChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<DefaultChangeRow | undefined> {
  const [row] = await tx
    .select()
    .from(defaultChanges)
    .where(and(eq(defaultChanges.workspaceId, workspaceId), eq(defaultChanges.id, id)));
  return row;
}

/** Undoing is no change of its own: it is noted at what it took back. */
export async function markChangeUndone(tx: Tx, workspaceId: WorkspaceId, id: string, undoneAt: Date): Promise<void> {
  await tx
    .update(defaultChanges)
    .set({ undoneAt })
    .where(and(eq(defaultChanges.workspaceId, workspaceId), eq(defaultChanges.id, id)));
}

/** A profile's latest changes, newest first, with the name of who made each (null when they are gone). */
export async function listRecentChanges(tx: Tx, workspaceId: WorkspaceId, profileId: string, limit: number) {
  return tx
    .select({ change: defaultChanges, by: users.name })
    .from(defaultChanges)
    .leftJoin(users, and(eq(users.workspaceId, defaultChanges.workspaceId), eq(users.id, defaultChanges.actorId)))
    .where(and(eq(defaultChanges.workspaceId, workspaceId), eq(defaultChanges.profileId, profileId)))
    .orderBy(desc(defaultChanges.madeAt), desc(defaultChanges.id))
    .limit(limit);
}

/** What was changed or taken back after `since`, of all profiles. */
export async function listChangesSince(tx: Tx, workspaceId: WorkspaceId, since: Date): Promise<DefaultChangeRow[]> {
  return tx
    .select()
    .from(defaultChanges)
    .where(
      and(
        eq(defaultChanges.workspaceId, workspaceId),
        or(gt(defaultChanges.madeAt, since), gt(defaultChanges.undoneAt, since)),
      ),
    )
    .orderBy(asc(defaultChanges.madeAt), asc(defaultChanges.id));
}

/** Until when a person saw what became of the defaults: since they came, when they never looked. */
export async function findDefaultsSeenAt(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<Date | undefined> {
  const [row] = await tx
    .select({ seenAt: userSettings.defaultsSeenAt, createdAt: users.createdAt })
    .from(users)
    .leftJoin(userSettings, and(eq(userSettings.workspaceId, users.workspaceId), eq(userSettings.userId, users.id)))
    .where(and(eq(users.workspaceId, workspaceId), eq(users.id, userId)));
  return row && (row.seenAt ?? row.createdAt);
}
