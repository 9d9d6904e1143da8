import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  notExists,
  notLike,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Waited } from "@/lib/core/broadcast";
import type { Readers } from "@/lib/core/broadcast-reader";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, unindexed } from "../dialects/behaviour";
import { acknowledgements } from "../schema/broadcasts";
import { groupMembers, groups, users } from "../schema/directory";
import { decisions } from "../schema/events";
import { notifications } from "../schema/notifications";

/** How many people are in some of the groups. */
export async function countMembers(tx: Tx, workspaceId: WorkspaceId, groupIds: readonly string[]): Promise<number> {
  const [row] = await tx
    .select({ n: countDistinct(unindexed(groupMembers.userId)) })
    .from(groupMembers)
    .where(and(eq(groupMembers.workspaceId, workspaceId), isOneOf(groupMembers.groupId, groupIds)));
  return row?.n ?? 0;
}

/** How many people, each once, these events told or these groups hold. */
export async function countReached(
  tx: Tx,
  workspaceId: WorkspaceId,
  { events, groups }: { events: readonly string[]; groups: readonly string[] },
): Promise<number> {
  const members = and(eq(groupMembers.workspaceId, workspaceId), isOneOf(groupMembers.groupId, groups));
  const reached = tx
    .select({ id: decisions.userId })
    .from(decisions)
    .where(and(isOneOf(decisions.eventId, events), isPerson()))
    .union(
      tx
        .select({ id: sql<string>`${unindexed(groupMembers.userId)}` })
        .from(groupMembers)
        .where(members),
    )
    .as("reached");
  const [row] = await tx.select({ n: count() }).from(reached);
  return row?.n ?? 0;
}

/** Active people by id, after `after`. */
export async function listActiveIds(tx: Tx, workspaceId: WorkspaceId, after: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), gt(users.id, after), isNull(users.deactivatedAt)))
    .orderBy(asc(users.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Those whom the event notified and who did not do since what is waited for: by id, after `after`. */
export async function listWaitedFor(
  tx: Tx,
  { event, until, broadcast }: { event: string; until: Waited; broadcast: string },
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ id: decisions.userId })
    .from(decisions)
    .innerJoin(notifications, eq(notifications.id, decisions.notificationId))
    .where(
      and(
        eq(decisions.eventId, event),
        gt(decisions.userId, after),
        until === "read" ? isNull(notifications.readAt) : notExists(acknowledged(tx, broadcast)),
      ),
    )
    .orderBy(asc(decisions.userId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many of those whom the event notified have read it, and how many took note of the broadcast. */
export async function countReaders(tx: Tx, event: string, broadcast: string) {
  const [[read], [noted]] = await Promise.all([
    tx
      .select({ n: count() })
      .from(decisions)
      .innerJoin(notifications, eq(notifications.id, decisions.notificationId))
      .where(and(eq(decisions.eventId, event), isNotNull(notifications.readAt))),
    tx.select({ n: count() }).from(acknowledgements).where(eq(acknowledgements.broadcastId, broadcast)),
  ]);
  return { read: read?.n ?? 0, acknowledged: noted?.n ?? 0 };
}

/** Those whom the event was decided for, and what each did since: by id, after `after`. */
export async function listReaders(
  tx: Tx,
  { workspaceId, event, broadcast }: { workspaceId: WorkspaceId; event: string; broadcast: string },
  { show, after, limit }: { show: Readers; after: string; limit: number },
) {
  const noted = and(eq(acknowledgements.broadcastId, broadcast), eq(acknowledgements.userId, decisions.userId));
  return tx
    .select({
      userId: decisions.userId,
      name: users.name,
      email: users.email,
      notificationId: decisions.notificationId,
      channels: decisions.channels,
      readAt: notifications.readAt,
      acknowledgedAt: acknowledgements.at,
    })
    .from(decisions)
    .leftJoin(users, and(eq(users.workspaceId, workspaceId), eq(users.id, decisions.userId)))
    .leftJoin(notifications, eq(notifications.id, decisions.notificationId))
    .leftJoin(acknowledgements, noted)
    .where(and(eq(decisions.eventId, event), isPerson(), gt(decisions.userId, after), AMONG[show]))
    .orderBy(asc(decisions.userId))
    .limit(limit);
}

/** What each answer to "who?" asks of the rows of `listReaders`. */
const AMONG: Readonly<Record<Readers, SQL | undefined>> = {
  all: undefined,
  read: isNotNull(notifications.readAt),
  unread: and(isNotNull(decisions.notificationId), isNull(notifications.readAt)),
  acknowledged: isNotNull(acknowledgements.at),
  waiting: and(isNotNull(decisions.notificationId), isNull(acknowledgements.at)),
  missed: isNull(decisions.notificationId),
};

/** A group that was not known here has a decision too. */
function isPerson(): SQL {
  return notLike(decisions.userId, "group:%");
}

/** Once a person: a second time changes nothing. */
export async function insertAcknowledgement(tx: Tx, row: typeof acknowledgements.$inferInsert): Promise<void> {
  await tx.insert(acknowledgements).values(row).onConflictDoNothing();
}

/** When this person took note of the given broadcasts, by broadcast. */
export async function findAcknowledged(tx: Tx, userId: string, broadcastIds: readonly string[]) {
  if (broadcastIds.length === 0) return new Map<string, Date>();
  const rows = await tx
    .select({ id: acknowledgements.broadcastId, at: acknowledgements.at })
    .from(acknowledgements)
    .where(and(eq(acknowledgements.userId, userId), inArray(acknowledgements.broadcastId, [...broadcastIds])));
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** The groups that a person is a manager of; all of them where nobody is named. By name, with how many are in each. */
export async function listManaged(tx: Tx, workspaceId: WorkspaceId, managerId: string | null) {
  const { groupId, userId, manager } = groupMembers;
  const managed = tx
    .select({ id: groupId })
    .from(groupMembers)
    .where(and(eq(groupMembers.workspaceId, workspaceId), eq(userId, managerId ?? ""), eq(manager, true)));
  return tx
    .select({ id: groups.id, name: groups.name, people: count(groupMembers.userId) })
    .from(groups)
    .leftJoin(groupMembers, and(eq(groupMembers.workspaceId, groups.workspaceId), eq(groupMembers.groupId, groups.id)))
    .where(and(eq(groups.workspaceId, workspaceId), managerId === null ? undefined : inArray(groups.id, managed)))
    .groupBy(groups.id, groups.name)
    .orderBy(asc(groups.name), asc(groups.id));
}

function acknowledged(tx: Tx, broadcast: string) {
  return tx
    .select({ one: sql`1` })
    .from(acknowledgements)
    .where(and(eq(acknowledgements.broadcastId, broadcast), eq(acknowledgements.userId, decisions.userId)));
}
