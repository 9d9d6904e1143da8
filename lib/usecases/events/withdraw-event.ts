import type { Tx } from "@/db/database";
import { findDecisions, replaceDecisions } from "@/db/queries/decisions";
import { cancelEvent } from "@/db/queries/due-events";
import { type EventRow, lockEvents } from "@/db/queries/events";
import { leaveWindows } from "@/db/queries/merging";
import { withdrawnDecision } from "@/lib/core/merge-window";

/**
 * Takes back what is scheduled, not decided yet, or waits in a merge window: nothing of it goes out any more, and each
 * decision says `withdrawn` (R79). Answers the event as it is then; one that was told is left as it is.
 */
export async function withdrawEvent(
  tx: Tx,
  { workspaceId }: Pick<EventRow, "workspaceId">,
  id: string,
  now: Date,
): Promise<EventRow | undefined> {
  const [event] = await lockEvents(tx, [id]);
  if (event?.workspaceId !== workspaceId) return undefined;
  const { status, cursor } = event;
  // Some of a large audience has been told already, once there is a cursor.
  const waits = status === "merging" || ((status === "accepted" || status === "scheduled") && cursor === null);
  if (!waits) return event;
  if (status === "merging") {
    const decisions = await findDecisions(tx, id, await leaveWindows(tx, id));
    await replaceDecisions(
      tx,
      decisions.map((row) => ({ ...row, channels: withdrawnDecision(row.channels), at: now })),
    );
  }
  await cancelEvent(tx, id, now);
  return { ...event, status: "cancelled", processedAt: now };
}
