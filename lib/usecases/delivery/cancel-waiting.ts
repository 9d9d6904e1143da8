import type { Tx } from "@/db/database";
import { endDeliveries, findUntried } from "@/db/queries/deliveries";
import { changeDecisions } from "@/db/queries/events";

/**
 * Read or put away anywhere is done with everywhere: what still waits to be sent about these notifications is not sent, and
 * its decisions say `already_read`. A try that has begun runs its course.
 */
export async function cancelWaiting(tx: Tx, notificationIds: readonly string[], now: Date): Promise<void> {
  const waiting = await findUntried(tx, notificationIds);
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await endDeliveries(tx, ids, { state: "cancelled", reason: "already_read", endedAt: now });
  await changeDecisions(
    tx,
    waiting.map(({ eventId, userId, channel }) => ({
      ...{ eventId, userId, channel },
      ...{ outcome: "cancelled", reason: "already_read" },
    })),
  );
}
