import type { Tx } from "@/db/database";
import { changeDecisions } from "@/db/queries/decisions";
import { endDeliveries, findUntried } from "@/db/queries/deliveries";

/**
 * Read or put away anywhere is done with everywhere: what still waits to be sent about these notifications is not sent, and
 * its decisions say so. A try that has begun runs its course.
 */
export async function cancelWaiting(
  tx: Tx,
  notificationIds: readonly string[],
  now: Date,
  reason: "already_read" | "recalled" | "expired" = "already_read",
): Promise<void> {
  const waiting = await findUntried(tx, notificationIds);
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await endDeliveries(tx, ids, { state: "cancelled", reason, endedAt: now });
  await changeDecisions(
    tx,
    waiting.map(({ eventId, userId, channel }) => ({ eventId, userId, channel, outcome: "cancelled", reason })),
  );
}
