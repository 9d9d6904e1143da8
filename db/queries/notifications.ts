import { and, eq, lt } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, unindexed } from "../dialects/behaviour";
import { isOneOfNamed, listOf, prepared } from "../dialects/prepared";
import { notifications } from "../schema/notifications";

export type NotificationRow = typeof notifications.$inferSelect;

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
  const rows = await askNotifications(tx, { workspaceId, ids: listOf(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}

const askNotifications = prepared<{ workspaceId: WorkspaceId; ids: unknown }>()((tx, value) =>
  tx
    .select()
    .from(notifications)
    .where(
      and(eq(unindexed(notifications.workspaceId), value("workspaceId")), isOneOfNamed(notifications.id, value("ids"))),
    ),
);

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

/** Some of a person's own notifications. */
export interface Theirs {
  workspaceId: WorkspaceId;
  userId: string;
  ids: readonly string[];
}

/** Those of these ids that are the person's own. */
export function isTheirs({ workspaceId, userId, ids }: Theirs) {
  return and(
    eq(unindexed(notifications.workspaceId), workspaceId),
    eq(notifications.userId, userId),
    isOneOf(notifications.id, ids),
  );
}
