import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { InboxShow } from "@/lib/core/inbox-query";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf, skipLocked, unindexed } from "../dialects/behaviour";
import { notifications } from "../schema/notifications";
import type { NotificationRow } from "./notifications";

/** Which of a person's notifications; what is absent lets everything through. */
export interface InboxFilter {
  show: InboxShow;
  now: Date;
  topics?: readonly string[];
  appId?: string;
  /** Id of who did it, or the name where no id is known. */
  person?: string;
  record?: { type: string; id: string };
  /** Only what comes after this position in the list, so what is older. */
  before?: string;
  limit: number;
}

/** Newest first. */
export async function listInboxRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
  filter: InboxFilter,
): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(notifications)
    .where(isAskedFor(workspaceId, userId, filter))
    .orderBy(desc(notifications.position))
    .limit(filter.limit);
}

/** The same, with only what a search reads. */
export async function listInboxTexts(tx: Tx, workspaceId: WorkspaceId, userId: string, filter: InboxFilter) {
  const { id, position, title, body } = notifications;
  return tx
    .select({ id, position, title, body })
    .from(notifications)
    .where(isAskedFor(workspaceId, userId, filter))
    .orderBy(desc(notifications.position))
    .limit(filter.limit);
}

/** Those of `ids` that are the person's, newest first. */
export async function findInboxRows(tx: Tx, workspaceId: WorkspaceId, userId: string, ids: readonly string[]) {
  return tx
    .select()
    .from(notifications)
    .where(
      and(
        eq(unindexed(notifications.workspaceId), workspaceId),
        eq(notifications.userId, userId),
        isOneOf(notifications.id, ids),
      ),
    )
    .orderBy(desc(notifications.position));
}

/** What a person's latest notifications are about: what they can filter by. */
export async function listLatestTraits(tx: Tx, workspaceId: WorkspaceId, userId: string, limit: number) {
  const { topic, appId, actor, subject } = notifications;
  return tx
    .select({ topic, appId, actor, subject })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, workspaceId), eq(notifications.userId, userId)))
    .orderBy(desc(notifications.position))
    .limit(limit);
}

/** Snoozed until `now` or earlier, and not put away; the longest overdue first. Claimed until the transaction ends. */
export async function claimDueSnoozes(tx: Tx, now: Date, limit: number): Promise<NotificationRow[]> {
  const due = tx.select().from(notifications).where(isDue(now)).orderBy(asc(notifications.snoozedUntil)).limit(limit);
  return skipLocked(due);
}

/** Whether anything of anybody's is to be woken; one look into an index. */
export async function hasDueSnoozes(tx: Tx, now: Date): Promise<boolean> {
  const rows = await tx.select({ id: notifications.id }).from(notifications).where(isDue(now)).limit(1);
  return rows.length > 0;
}

/** Wakes one: on top of the list again, and unread. */
export async function wakeNotification(tx: Tx, { workspaceId, id }: NotificationRow, at: Date, position: string) {
  await tx
    .update(notifications)
    .set({ snoozedUntil: null, readAt: null, updatedAt: at, position })
    .where(and(eq(notifications.workspaceId, workspaceId), eq(notifications.id, id)));
}

function isAskedFor(workspaceId: WorkspaceId, userId: string, filter: InboxFilter): SQL | undefined {
  const { actor, subject } = notifications;
  const { topics, appId, person, record, before } = filter;
  return and(
    eq(notifications.workspaceId, workspaceId),
    eq(notifications.userId, userId),
    isShown(filter),
    topics && isOneOf(notifications.topic, topics),
    appId === undefined ? undefined : eq(notifications.appId, appId),
    person === undefined ? undefined : sql`coalesce(${actor} ->> 'user', ${actor} ->> 'name') = ${person}`,
    record && sql`${subject} ->> 'type' = ${record.type} and ${subject} ->> 'id' = ${record.id}`,
    before ? lt(notifications.position, before) : undefined,
  );
}

function isShown({ show, now }: InboxFilter): SQL | undefined {
  const { archivedAt, readAt, snoozedUntil } = notifications;
  if (show === "archived") return isNotNull(archivedAt);
  if (show === "snoozed") return and(isNull(archivedAt), gt(snoozedUntil, now));
  const here = and(isNull(archivedAt), or(isNull(snoozedUntil), lte(snoozedUntil, now)));
  return show === "unread" ? and(here, isNull(readAt)) : here;
}

function isDue(now: Date): SQL | undefined {
  return and(lte(notifications.snoozedUntil, now), isNull(notifications.archivedAt));
}
