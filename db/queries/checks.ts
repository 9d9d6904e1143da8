import { and, asc, count, eq, gte, max } from "drizzle-orm";
import type { Channel } from "@/lib/core/channel";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { deliveries } from "../schema/deliveries";
import { groupMembers, groups } from "../schema/directory";

/** When something last reached a person, by channel. */
export async function lastSent(tx: Tx, workspaceId: WorkspaceId, userId: string): Promise<Map<Channel, Date>> {
  const rows = await tx
    .select({ channel: deliveries.channel, at: max(deliveries.endedAt) })
    .from(deliveries)
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.userId, userId), eq(deliveries.state, "sent")))
    .groupBy(deliveries.channel);
  return new Map(rows.flatMap(({ channel, at }) => (at ? [[channel, at] as const] : [])));
}

/** How many emails to a person were over the day's limit of their topic since then (R33). */
export async function countCapped(tx: Tx, workspaceId: WorkspaceId, userId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.userId, userId),
        eq(deliveries.reason, "daily_cap"),
        gte(deliveries.endedAt, since),
      ),
    );
  return row?.n ?? 0;
}

/** The groups a person is in, by name. */
export async function listTeams(
  tx: Tx,
  workspaceId: WorkspaceId,
  userId: string,
): Promise<{ name: string; main: boolean }[]> {
  return tx
    .select({ name: groups.name, main: groupMembers.main })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.workspaceId, groupMembers.workspaceId), eq(groups.id, groupMembers.groupId)))
    .where(and(eq(groupMembers.workspaceId, workspaceId), eq(groupMembers.userId, userId)))
    .orderBy(asc(groups.name), asc(groups.id));
}
