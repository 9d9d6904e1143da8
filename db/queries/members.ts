import { and, asc, count, eq, sql } from "drizzle-orm";
import type { MemberKind } from "@/lib/core/group-view";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { groupMembers, users } from "../schema/directory";
import type { Member } from "./groups";
import { hasWords, isAfter, type PeoplePosition } from "./people";

/** Which members of a group; what is absent lets everybody through. */
export interface MemberFilter {
  /** Folded; all must be found in name, address or id. */
  words: readonly string[];
  kind?: MemberKind;
}

/** Members with who they are, by name, after `after`. */
export async function findMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  groupId: string,
  { words, kind, after, limit }: MemberFilter & { after?: PeoplePosition; limit: number },
) {
  const { id, name, email, deactivatedAt, searchText } = users;
  const { main, manager } = groupMembers;
  return tx
    .select({ id, name, email, deactivatedAt, searchText, main, manager })
    .from(groupMembers)
    .innerJoin(users, and(eq(users.workspaceId, groupMembers.workspaceId), eq(users.id, groupMembers.userId)))
    .where(and(isOf(workspaceId, groupId), isKind(kind), ...hasWords(words), after && isAfter(after)))
    .orderBy(asc(searchText), asc(id))
    .limit(limit);
}

/** How many are in a group, and how many of them are what. */
export async function countMembers(tx: Tx, workspaceId: WorkspaceId, groupId: string) {
  const { main, manager } = groupMembers;
  const [row] = await tx
    .select({
      members: count(),
      main: count(sql`case when ${main} then 1 end`),
      manager: count(sql`case when ${manager} then 1 end`),
    })
    .from(groupMembers)
    .where(isOf(workspaceId, groupId));
  const { members, ...kinds } = row ?? { members: 0, main: 0, manager: 0 };
  return { members, ...kinds, extra: members - kinds.main };
}

/** As what somebody is in a group; undefined where they are not. */
export async function findMember(
  tx: Tx,
  workspaceId: WorkspaceId,
  groupId: string,
  user: string,
): Promise<Omit<Member, "user"> | undefined> {
  const { main, manager } = groupMembers;
  const [row] = await tx
    .select({ main, manager })
    .from(groupMembers)
    .where(isThis(workspaceId, groupId, user));
  return row;
}

/** Adds somebody to a group, or changes as what they are in it. */
export async function saveMember(tx: Tx, workspaceId: WorkspaceId, groupId: string, member: Member): Promise<void> {
  const { user: userId, main, manager } = member;
  await tx
    .insert(groupMembers)
    .values({ workspaceId, groupId, userId, main, manager })
    .onConflictDoUpdate({
      target: [groupMembers.workspaceId, groupMembers.groupId, groupMembers.userId],
      set: { main, manager },
    });
}

/** Nothing happens where they are not in it. */
export async function deleteMember(tx: Tx, workspaceId: WorkspaceId, groupId: string, user: string): Promise<void> {
  await tx.delete(groupMembers).where(isThis(workspaceId, groupId, user));
}

function isOf(workspaceId: WorkspaceId, groupId: string) {
  return and(eq(groupMembers.workspaceId, workspaceId), eq(groupMembers.groupId, groupId));
}

function isThis(workspaceId: WorkspaceId, groupId: string, user: string) {
  return and(isOf(workspaceId, groupId), eq(groupMembers.userId, user));
}

function isKind(kind: MemberKind | undefined) {
  if (kind === undefined) return undefined;
  return kind === "manager" ? eq(groupMembers.manager, true) : eq(groupMembers.main, kind === "main");
}
