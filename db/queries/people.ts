import { and, asc, type Column, count, eq, exists, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { MembershipView } from "@/lib/core/person-view";
import type { Role } from "@/lib/core/role";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { groupMembers, groups, users } from "../schema/directory";
import { isLike } from "./holds";

/** Which people of a workspace; what is absent lets everybody through. */
export interface PeopleFilter {
  /** Folded; all must be found in name, address or id. */
  words: readonly string[];
  role?: Role;
  active?: boolean;
  /** Id of a group that they are in. */
  group?: string;
  /** Only those in a group that this person manages. */
  managedBy?: string;
}

/** Where a page of people goes on. */
export interface PeoplePosition {
  searchText: string;
  id: string;
}

/** By name, after `after`. */
export async function listPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  filter: PeopleFilter,
  { after, limit }: { after?: PeoplePosition; limit: number },
) {
  const { id, name, email, role, deactivatedAt, searchText } = users;
  return tx
    .select({ id, name, email, role, deactivatedAt, searchText })
    .from(users)
    .where(and(isAskedFor(tx, workspaceId, filter), after && isAfter(after)))
    .orderBy(asc(searchText), asc(id))
    .limit(limit);
}

/** All that a file says of people, by id, after `after`: their order stays whatever their names become. */
export async function listForFile(
  tx: Tx,
  workspaceId: WorkspaceId,
  filter: PeopleFilter,
  { after, limit }: { after: string; limit: number },
) {
  const { id, email, name, role, timeZone, locale, permissions, deactivatedAt } = users;
  return tx
    .select({ id, email, name, role, timeZone, locale, permissions, deactivatedAt })
    .from(users)
    .where(and(isAskedFor(tx, workspaceId, filter), gt(id, after)))
    .orderBy(asc(id))
    .limit(limit);
}

/** How many the filter lets through, whatever page is shown. */
export async function countPeople(tx: Tx, workspaceId: WorkspaceId, filter: PeopleFilter): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(users)
    .where(isAskedFor(tx, workspaceId, filter));
  return row?.n ?? 0;
}

/** The groups that each of `userIds` is in, by name. */
export async function findGroupsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  userIds: readonly string[],
): Promise<Map<string, MembershipView[]>> {
  const { userId, main, manager } = groupMembers;
  const rows = await tx
    .select({ userId, id: groups.id, name: groups.name, main, manager })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.workspaceId, groupMembers.workspaceId), eq(groups.id, groupMembers.groupId)))
    .where(and(eq(groupMembers.workspaceId, workspaceId), isOneOf(userId, userIds)))
    .orderBy(asc(groups.name), asc(groups.id));
  const gathered = new Map<string, MembershipView[]>();
  for (const { userId, ...group } of rows) gathered.set(userId, [...(gathered.get(userId) ?? []), group]);
  return gathered;
}

/** The groups with how many people are in each, by name; of `managedBy` only those that they manage. */
export async function countGroups(tx: Tx, workspaceId: WorkspaceId, managedBy?: string) {
  return tx
    .select({ id: groups.id, name: groups.name, members: count(groupMembers.userId) })
    .from(groups)
    .leftJoin(groupMembers, and(eq(groupMembers.workspaceId, groups.workspaceId), eq(groupMembers.groupId, groups.id)))
    .where(
      and(
        eq(groups.workspaceId, workspaceId),
        managedBy ? isOneOfTheirs(groups.id, workspaceId, managedBy) : undefined,
      ),
    )
    .groupBy(groups.id, groups.name)
    .orderBy(asc(groups.name), asc(groups.id));
}

/** Puts a person into exactly these groups. */
export async function replaceGroupsOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  memberships: readonly Omit<MembershipView, "name">[],
): Promise<void> {
  await tx.delete(groupMembers).where(and(eq(groupMembers.workspaceId, workspaceId), eq(groupMembers.userId, userId)));
  await tx.insertMany(
    groupMembers,
    memberships.map(({ id, main, manager }) => ({ workspaceId, groupId: id, userId, main, manager })),
  );
}

function isAskedFor(tx: Tx, workspaceId: WorkspaceId, { words, role, active, group, managedBy }: PeopleFilter) {
  const { deactivatedAt } = users;
  return and(
    eq(users.workspaceId, workspaceId),
    ...hasWords(words),
    role && eq(users.role, role),
    active === undefined ? undefined : active ? isNull(deactivatedAt) : isNotNull(deactivatedAt),
    group === undefined ? undefined : exists(membership(tx, eq(groupMembers.groupId, group))),
    managedBy === undefined
      ? undefined
      : exists(membership(tx, isOneOfTheirs(groupMembers.groupId, workspaceId, managedBy))),
  );
}

function membership(tx: Tx, which: SQL | undefined) {
  return tx
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(and(eq(groupMembers.workspaceId, users.workspaceId), eq(groupMembers.userId, users.id), which));
}

/** Whether a group is one of those that a person manages. */
function isOneOfTheirs(group: Column, workspaceId: WorkspaceId, manager: string): SQL {
  const mine = sql`select mine.group_id from ${groupMembers} mine where mine.workspace_id = ${workspaceId}`;
  return sql`${group} in (${mine} and mine.user_id = ${manager} and mine.manager)`;
}

/** Whom a list by name shows after somebody. */
export function isAfter({ searchText, id }: PeoplePosition): SQL | undefined {
  return or(gt(users.searchText, searchText), and(eq(users.searchText, searchText), gt(users.id, id)));
}

/** Whether all the words, folded, are found in name, address or id. */
export function hasWords(words: readonly string[]): SQL[] {
  return words.map((word) => isLike(users.searchText, word));
}
