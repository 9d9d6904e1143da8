import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { isOneOf } from "../dialects/behaviour";
import { users } from "../schema/directory";
import { notifications } from "../schema/notifications";
import { summaries } from "../schema/schedules";

export type SummaryRow = typeof summaries.$inferSelect;

/** The zones that people of a workspace have; null for those who have none of their own. */
export async function listZones(tx: Tx, workspaceId: WorkspaceId): Promise<(string | null)[]> {
  const rows = await tx
    .selectDistinct({ zone: users.timeZone })
    .from(users)
    .where(and(eq(users.workspaceId, workspaceId), isNull(users.deactivatedAt)));
  return rows.map(({ zone }) => zone);
}

/** Active people of one zone, by id. */
export async function listInZone(
  tx: Tx,
  workspaceId: WorkspaceId,
  zone: string | null,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.workspaceId, workspaceId),
        gt(users.id, after),
        isNull(users.deactivatedAt),
        zone === null ? isNull(users.timeZone) : eq(users.timeZone, zone),
      ),
    )
    .orderBy(asc(users.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** How many notifications of each topic these people got in that time, but for our own earlier ones of `summary`. */
export async function countByTopic(
  tx: Tx,
  workspaceId: WorkspaceId,
  { userIds, topics, summary, from, to }: Counted,
): Promise<{ userId: string; topic: string; count: number }[]> {
  if (userIds.length === 0) return [];
  return tx
    .select({ userId: notifications.userId, topic: notifications.topic, count: count() })
    .from(notifications)
    .where(
      and(
        eq(notifications.workspaceId, workspaceId),
        isOneOf(notifications.userId, userIds),
        isOneOf(notifications.topic, topics),
        gte(notifications.createdAt, from),
        lt(notifications.createdAt, to),
        or(ne(notifications.topic, summary), isNotNull(notifications.appId)),
      ),
    )
    .groupBy(notifications.userId, notifications.topic);
}

interface Counted {
  userIds: readonly string[];
  topics: readonly string[];
  summary: string;
  from: Date;
  to: Date;
}

/** Notes summaries as raised; answers those that nobody had raised before. */
export async function insertSummaries(tx: Tx, rows: readonly SummaryRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const fresh = await tx
    .insert(summaries)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ userId: summaries.userId });
  return new Set(fresh.map(({ userId }) => userId));
}

/** Removes `limit` at most; answers how many. */
export async function purgeSummaries(tx: Tx, before: string, limit: number): Promise<number> {
  const old = await tx
    .selectDistinct({ day: summaries.day })
    .from(summaries)
    .where(lt(summaries.day, before))
    .orderBy(asc(summaries.day))
    .limit(limit);
  const days = old.map(({ day }) => day);
  if (days.length === 0) return 0;
  await tx.delete(summaries).where(inArray(summaries.day, days));
  return days.length;
}
