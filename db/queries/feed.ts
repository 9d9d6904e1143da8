import { and, desc, eq, gte, isNull, lt, lte, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Feed } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { preparedByShape } from "../dialects/prepared";
import { notifications } from "../schema/notifications";
import type { NotificationRow } from "./notifications";

/** From this many unread on, the count stops: `999+` on screen, 1000 in the API (requirements.md, A16). */
const UNREAD_CAP = 1000;

/** Which of a person's notifications; what is absent lets everything through. */
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

/** What the bell counts, but for what is snoozed. */
// Written out, not bound: a partial index serves only a query that repeats its words.
export function isUnreadInBell() {
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

/** Not snoozed at `now`. */
export function isAwake(now: Date | Placeholder) {
  return or(
    isNull(notifications.snoozedUntil),
    lte(notifications.snoozedUntil, sql.param(now, notifications.snoozedUntil)),
  );
}
