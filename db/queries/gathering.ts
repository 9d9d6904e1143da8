import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import type { Rank } from "@/lib/core/rank";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Tx } from "../database";
import { forUpdate, isOneOf, skipLocked } from "../dialects/behaviour";
import { preparedByShape } from "../dialects/prepared";
import { deliveries } from "../schema/deliveries";
import { users } from "../schema/directory";
import { type DeliveryRow, isLeading, waitsTogether } from "./deliveries";
import { isDueOf, type LaneLook, type LaneValues, type Turn } from "./due-deliveries";

/** Whose messages are due of a turn in a lane that leave together, who waits longest first; from the first `limit` messages. */
export async function dueTogether(tx: Tx, { rank, workspaceId }: Turn, within: LaneLook): Promise<string[]> {
  const rows = await askDueTogether(tx, rank, { workspaceId, ...within });
  return [...new Set(rows.map(({ userId }) => userId))];
}

const askDueTogether = preparedByShape<Rank, LaneValues>()((tx, value, rank) =>
  tx
    .select({ userId: deliveries.userId })
    .from(deliveries)
    .where(and(isDueOf(rank, value), waitsTogether()))
    .orderBy(asc(deliveries.dueAt), asc(deliveries.id))
    .limit(value("limit")),
);

/**
 * All that is due in a lane for these people and leaves together, whatever its rank, oldest first. The people are locked until the transaction
 * ends, and who is locked already is left out: what is theirs is in one worker's hands, whole.
 */
export async function claimTogether(
  tx: Tx,
  lane: string,
  now: Date,
  { workspaceId, userIds }: { workspaceId: WorkspaceId; userIds: readonly string[] },
): Promise<DeliveryRow[]> {
  const free = await skipLocked(
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.workspaceId, workspaceId), isOneOf(users.id, userIds))),
    "no key update",
  );
  const ours = free.map(({ id }) => id);
  return forUpdate(
    tx
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.workspaceId, workspaceId),
          isOneOf(deliveries.userId, ours),
          // Joined with nothing, so that no index serves it: not all that is due is looked through, at everybody's hour.
          sql`${deliveries.lane} || '' = ${lane}`,
          isLeading(),
          waitsTogether(),
          lte(deliveries.dueAt, now),
        ),
      )
      .orderBy(asc(deliveries.dueAt), asc(deliveries.id)),
  );
}

/** From now on the message of `digestId` tells of these too, and they end as it does. */
export async function joinDigest(tx: Tx, digestId: string, ids: readonly string[]): Promise<void> {
  await tx
    .update(deliveries)
    .set({ digestId, leaderId: digestId, claims: sql`${deliveries.claims} + 1` })
    .where(and(isOneOf(deliveries.id, ids), sql`${deliveries.state} = 'pending'`, eq(deliveries.claims, 0)));
}

/** Ends what a digest told of; one that failed may be sent after all. Answers which those were. */
export async function endGathered(
  tx: Tx,
  digestId: string,
  { state, reason, detail, endedAt }: Pick<DeliveryRow, "state" | "reason" | "detail" | "endedAt">,
): Promise<Pick<DeliveryRow, "eventId" | "userId" | "channel">[]> {
  const { eventId, userId, channel } = deliveries;
  return tx
    .update(deliveries)
    .set({ state, reason, detail, endedAt })
    .where(
      and(
        isNotNull(deliveries.digestId),
        eq(deliveries.digestId, digestId),
        sql`${deliveries.state} in ('pending', 'failed')`,
      ),
    )
    .returning({ eventId, userId, channel });
}
