import type { Tx } from "@/db/database";
import { findDecisions, replaceDecisions } from "@/db/queries/decisions";
import { cancelEvent } from "@/db/queries/due-events";
import { type EventRow, lockEvents } from "@/db/queries/events";
import { leaveWindows } from "@/db/queries/merging";
import { withdrawnDecision } from "@/lib/core/merge-window";

/** `event` as it is now. `isNew`: it was taken back just now; `isUndecided`: `decideWithdrawn` is to say so after the commit. */
interface Withdrawal {
  event: EventRow;
  isNew: boolean;
  isUndecided: boolean;
}

/**
 * Takes back what is scheduled, not decided yet, or waits in a merge window: nothing of it goes out any more, and each
 * decision says `withdrawn` (R79). What was told is left as it is, and so is a broadcast's event, which only a recall
 * ends. Undefined for an event of another workspace.
 */
export async function withdrawEvent(
  tx: Tx,
  { workspaceId }: Pick<EventRow, "workspaceId">,
  id: string,
  now: Date,
): Promise<Withdrawal | undefined> {
  const [event] = await lockEvents(tx, [id]);
  if (event?.workspaceId !== workspaceId) return undefined;
  const { status, cursor, payload } = event;
  // Some of a large audience has been told already, once there is a cursor.
  const isUndecided = (status === "accepted" || status === "scheduled") && cursor === null;
  if (payload.broadcast || !(isUndecided || status === "merging")) return { event, isNew: false, isUndecided: false };
  if (status === "merging") {
    const decisions = await findDecisions(tx, id, await leaveWindows(tx, id));
    await replaceDecisions(
      tx,
      decisions.map((row) => ({ ...row, channels: withdrawnDecision(row.channels), at: now })),
    );
  }
  await cancelEvent(tx, id, now);
  return { event: { ...event, status: "cancelled", processedAt: now }, isNew: true, isUndecided };
}
