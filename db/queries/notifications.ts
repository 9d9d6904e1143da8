import { and, desc, eq, gte, isNull, lt, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Feed } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { preparedByShape } from "../dialects/prepared";
import { notifications } from "../schema/notifications";

export type NotificationRow = typeof notifications.$inferSelect;

/** From this many unread on, the count stops: `999+` on screen, 1000 in the API (requirements.md, A16). */
const UNREAD_CAP = 1000;

export interface ListOptions {
  now: Date;
  feed?: Feed;
  /** Only what the bell shows: neither archived nor snoozed, and not what is for other channels alone. */
  bellOnly?: boolean;
  /** With `bellOnly`: also what came up on the screen since then, unread still, though the bell does not show it. */
  cameUpSince?: Date;
  /** Leaves out what is archived or snoozed. */
  awake?: boolean;
  unread?: boolean;
  /** Only what comes after this position in the list, so what is older. */
  before?: string;
  limit: number;
}

interface ListValues extends Record<string, unknown> {
  workspaceId: string;
  userId: string;
  now: Date;
  cameUpSince: Date | undefined;
  before: string | undefined;
  limit: number;
}
interface ListShape {
  feed: Feed | undefined;
  bellOnly: boolean | undefined;
  cameUp: boolean;
  awake: boolean | undefined;
  unread: boolean | undefined;
  before: boolean;
}

const listed = preparedByShape<ListShape, ListValues>()((tx, value, shape) => {
  const conditions: (SQL | undefined)[] = [
    eq(notifications.workspaceId, value("workspaceId")),
    eq(notifications.userId, value("userId")),
    shape.awake ? and(isNull(notifications.archivedAt), isAwake(value("now"))) : undefined,
    shape.feed ? eq(notifications.feed, shape.feed) : undefined,
    shape.bellOnly
      ? or(sql`${notifications.inBell}`, shape.cameUp ? cameUp(value("cameUpSince")) : undefined)
      : undefined,
    shape.unread ? isNull(notifications.readAt) : undefined,
    shape.before ? lt(notifications.position, value("before")) : undefined,
  ];
  return tx
    .select()
    .from(notifications)
    .where(and(...conditions))
    .orderBy(desc(notifications.position))
    .limit(value("limit"));
});

/** Newest first. */
export async function listNotifications(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { now, feed, bellOnly, cameUpSince, unread, before, limit, awake = bellOnly }: ListOptions,
): Promise<NotificationRow[]> {
  const shape = { feed, bellOnly, cameUp: cameUpSince !== undefined, awake, unread, before: before !== undefined };
  return listed(tx, shape, { workspaceId, userId, now, cameUpSince, before, limit });
}

const counted = preparedByShape<{ feed: Feed | undefined }, { workspaceId: string; userId: string; now: Date }>()(
  (tx, value, { feed }) => {
    const unread = (awake: SQL | undefined) =>
      sql`from ${notifications} where ${and(
        eq(notifications.workspaceId, value("workspaceId")),
        eq(notifications.userId, value("userId")),
        isUnreadInBell(),
        awake,
        feed ? eq(notifications.feed, feed) : undefined,
      )}`;
    const upToCap = sql`select count(*) from (select 1 ${unread(isAwake(value("now")))} limit ${UNREAD_CAP}) as unread`;
    // Whoever has so many needs no count: to step over 999 neighbours in the index, none ever snoozed, costs less.
    const isMany = sql`exists (select 1 ${unread(isNull(notifications.snoozedUntil))} limit 1 offset ${UNREAD_CAP - 1})`;
    const count = sql<number>`case when ${isMany} then ${UNREAD_CAP} else (${upToCap}) end`;
    return tx.select({ n: count.mapWith(Number) }).from(sql`(select 1) as one`);
  },
);

/** What the badge says: unread, in the bell, neither archived nor snoozed; 1000 means more than 999. */
export async function countUnread(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { now, feed }: { now: Date; feed?: Feed },
) {
  const [row] = await counted(tx, { feed }, { workspaceId, userId, now });
  return row?.n ?? 0;
}

/** One of a person's own; undefined for anybody else's. */
export async function findNotification(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  id: string,
): Promise<NotificationRow | undefined> {
  const [row] = await tx
    .select()
    .from(notifications)
    .where(isTheirs({ workspaceId, userId, ids: [id] }));
  return row;
}

/** Titles and addresses of a person's notifications by id. */
export async function findTitles(tx: Tx, workspaceId: WorkspaceId, userId: string, ids: readonly string[]) {
  const rows = await tx
    .select({ id: notifications.id, title: notifications.title, url: notifications.url })
    .from(notifications)
    .where(isTheirs({ workspaceId, userId, ids }));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Those of the workspace, by id, whoever's they are. */
export async function findNotifications(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, NotificationRow>> {
  const rows = await tx
    .select()
    .from(notifications)
    .where(and(eq(unindexed(notifications.workspaceId), workspaceId), isOneOf(notifications.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** As many as there are: an audience may be any size. */
export async function insertNotifications(tx: Tx, rows: readonly (typeof notifications.$inferInsert)[]): Promise<void> {
  await tx.insertMany(notifications, rows);
}

/** What an event with this `update_key` would change, by user; locked until the transaction ends. */
export async function findByUpdateKey(
  tx: Tx,
  workspaceId: WorkspaceId,
  { topic, updateKey, userIds }: { topic: string; updateKey: string; userIds: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await forUpdate(
    tx
      .select({ userId: notifications.userId, id: notifications.id })
      .from(notifications)
      .where(
        and(
          eq(notifications.workspaceId, workspaceId),
          eq(notifications.topic, topic),
          eq(notifications.updateKey, updateKey),
          isOneOf(notifications.userId, userIds),
        ),
      )
      // In one order, so that two fan-outs do not wait for each other in a ring.
      .orderBy(notifications.userId),
  );
  return new Map(rows.map((row) => [row.userId, row.id]));
}

/** Changes a notification in place; false when it already tells of a newer event. */
export async function supersedeNotification(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<NotificationRow> & { eventId: string },
): Promise<boolean> {
  const changed = await tx
    .update(notifications)
    .set(change)
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        eq(notifications.id, id),
        lt(notifications.eventId, change.eventId),
      ),
    )
    .returning({ id: notifications.id });
  return changed.length > 0;
}

/** Changes what some notifications say or whether they are put away; null removes them. Answers whose they were, and which were read. */
export async function rewriteNotifications(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  change: Partial<Pick<NotificationRow, "title" | "body" | "url" | "archivedAt">> | null,
): Promise<Pick<NotificationRow, "id" | "userId" | "position" | "readAt">[]> {
  const { id, userId, position, readAt } = notifications;
  const these = and(eq(unindexed(notifications.workspaceId), workspaceId), isOneOf(id, ids));
  const told = { id, userId, position, readAt };
  if (change === null) return tx.delete(notifications).where(these).returning(told);
  return tx.update(notifications).set(change).where(these).returning(told);
}

export type StateChange = Partial<Pick<NotificationRow, "readAt" | "seenAt" | "archivedAt" | "snoozedUntil">>;

/** Some of a person's own notifications. */
interface Theirs {
  workspaceId: WorkspaceId;
  userId: string;
  ids: readonly string[];
}

/** Changes the state of a person's own notifications; answers the ids that are theirs. */
export async function setNotificationState(tx: Tx, theirs: Theirs, change: StateChange): Promise<string[]> {
  const changed = await tx
    .update(notifications)
    .set(change)
    .where(isTheirs(theirs))
    .returning({ id: notifications.id });
  return changed.map((row) => row.id);
}

/**
 * Marks as read what was unread up to `upTo`, all if it is absent: later arrivals stay unread (F41). Answers the ids.
 */
export async function markAllRead(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  { readAt, upTo, feed }: { readAt: Date; upTo?: string; feed?: Feed },
): Promise<string[]> {
  const marked = await tx
    .update(notifications)
    .set({ readAt, seenAt: sql`coalesce(${notifications.seenAt}, ${sql.param(readAt, notifications.seenAt)})` })
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        eq(notifications.userId, userId),
        isUnreadInBell(),
        isAwake(readAt),
        upTo ? lte(notifications.position, upTo) : undefined,
        feed ? eq(notifications.feed, feed) : undefined,
      ),
    )
    .returning({ id: notifications.id });
  return marked.map((row) => row.id);
}

/** The moment all of one `read-all` were marked: undo takes back exactly these. */
export async function unmarkReadAt(tx: Tx, workspaceId: WorkspaceId, userId: string, readAt: Date): Promise<string[]> {
  const changed = await tx
    .update(notifications)
    .set({ readAt: null })
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        eq(notifications.userId, userId),
        eq(notifications.readAt, readAt),
      ),
    )
    .returning({ id: notifications.id });
  return changed.map(({ id }) => id);
}

/** Shown in an open bell: seen, not read. */
export async function markSeen(tx: Tx, theirs: Theirs, seenAt: Date): Promise<void> {
  await tx
    .update(notifications)
    .set({ seenAt })
    .where(and(isTheirs(theirs), isNull(notifications.seenAt)));
}

function isTheirs({ workspaceId, userId, ids }: Theirs) {
  return and(
    eq(unindexed(notifications.workspaceId), workspaceId),
    eq(notifications.userId, userId),
    isOneOf(notifications.id, ids),
  );
}

// Written out, not bound: a partial index serves only a query that repeats its words.
function isUnreadInBell() {
  return sql`${notifications.inBell} and ${notifications.readAt} is null and ${notifications.archivedAt} is null`;
}

function cameUp(since: Placeholder) {
  const onScreen = sql`(${notifications.popup} or ${notifications.browser})`;
  return and(
    onScreen,
    isNull(notifications.readAt),
    gte(notifications.updatedAt, sql.param(since, notifications.updatedAt)),
  );
}

function isAwake(now: Date | Placeholder) {
  return or(
    isNull(notifications.snoozedUntil),
    lte(notifications.snoozedUntil, sql.param(now, notifications.snoozedUntil)),
  );
}
