import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import { groupMembers, groups, users } from "../schema/directory";

/** SQLite takes at most 32,766 parameters in a statement, PostgreSQL 65,535; a group may have 100,000 members. */
const IDS_A_QUERY = 10_000;

export type GroupRow = typeof groups.$inferSelect;
export type Member = { user: string; main: boolean; manager: boolean };

/** Undefined for one of another workspace. */
export async function findGroup(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<GroupRow | undefined> {
  const [row] = await tx
    .select()
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), eq(groups.id, id)));
  return row;
}

/** Up to `limit` groups by id, after `after`. */
export async function listGroups(tx: Tx, workspaceId: WorkspaceId, after: string, limit: number): Promise<GroupRow[]> {
  return tx
    .select()
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), gt(groups.id, after)))
    .orderBy(asc(groups.id))
    .limit(limit);
}

/** Makes the group, or gives it another name. */
export async function saveGroup(tx: Tx, row: typeof groups.$inferInsert): Promise<void> {
  await tx
    .insert(groups)
    .values(row)
    .onConflictDoUpdate({
      target: [groups.workspaceId, groups.id],
      set: { name: row.name, updatedAt: row.updatedAt },
    });
}

/** Its memberships and its part in profiles go with it. False where there is no such group. */
export async function deleteGroup(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  const gone = await tx
    .delete(groups)
    .where(and(eq(groups.workspaceId, workspaceId), eq(groups.id, id)))
    .returning({ id: groups.id });
  return gone.length > 0;
}

/** The members by user id, after `after`. */
export async function listMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  groupId: string,
  { after, limit }: { after: string; limit: number },
): Promise<Member[]> {
  return tx
    .select({ user: groupMembers.userId, main: groupMembers.main, manager: groupMembers.manager })
    .from(groupMembers)
    .where(
      and(eq(groupMembers.workspaceId, workspaceId), eq(groupMembers.groupId, groupId), gt(groupMembers.userId, after)),
    )
    .orderBy(asc(groupMembers.userId))
    .limit(limit);
}

/** Makes these the only members, however many: up to 100,000. */
export async function replaceMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  groupId: string,
  members: readonly Member[],
): Promise<void> {
  await tx
    .delete(groupMembers)
    .where(and(eq(groupMembers.workspaceId, workspaceId), eq(groupMembers.groupId, groupId)));
  await tx.insertMany(
    groupMembers,
    members.map(({ user, main, manager }) => ({ workspaceId, groupId, userId: user, main, manager })),
  );
}

/** Which of `ids` are people of this workspace. */
export async function knownUserIds(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += IDS_A_QUERY) {
    const some = ids.slice(start, start + IDS_A_QUERY);
    const rows = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.workspaceId, workspaceId), inArray(users.id, some)));
    for (const { id } of rows) known.add(id);
  }
  return known;
}

/** Which of `ids` are groups of this workspace. */
export async function knownGroupIds(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), inArray(groups.id, [...ids])));
  return new Set(rows.map((row) => row.id));
}

/** By id; what is no group of this workspace is left out. */
export async function findGroupNames(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), inArray(groups.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row.name]));
}

const membershipsOf = prepared<{ workspaceId: string; groupIds: unknown; userIds: unknown }>()((tx, value) =>
  tx
    .select({ groupId: groupMembers.groupId, userId: groupMembers.userId, main: groupMembers.main })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.workspaceId, value("workspaceId")),
        isOneOfNamed(groupMembers.groupId, value("groupIds")),
        isOneOfNamed(groupMembers.userId, value("userIds")),
      ),
    ),
);

/** In which of `groupIds` each of `userIds` is, and whether as a main member. */
export async function findMemberships(
  tx: Tx,
  workspaceId: WorkspaceId,
  groupIds: readonly string[],
  userIds: readonly string[],
): Promise<{ groupId: string; userId: string; main: boolean }[]> {
  if (groupIds.length === 0) return [];
  return membershipsOf(tx, { workspaceId, groupIds: listOf(groupIds), userIds: listOf(userIds) });
}
