import type { Database } from "@/db/database";
import { findBroadcast, updateBroadcast } from "@/db/queries/broadcasts";
import { changeQueued } from "@/db/queries/due-events";
import { type EventRow, lockEvents } from "@/db/queries/events";
import type { DecideOptions } from "../events/decided-chunk";
import type { AudienceChunk } from "../events/next-audience";
import { NEVER } from "./broadcast-event";
import { approversOf, askApprovers } from "./second-person";
import { sizeOf } from "./size-of";

/** So much may a group grow between the yes and the last person told: in a large company somebody joins every night. */
const GROWTH = 1.01;

/**
 * Whether these next people of a broadcast are more than anybody said yes to (S32): its groups grew since, or what else its
 * writer told that day. Then it rests until a second person says yes to as many as it is for now.
 */
export async function holdUnapproved(
  db: Database,
  { event, audience }: { event: EventRow; audience: AudienceChunk },
  { now, newId }: Pick<DecideOptions, "now" | "newId">,
): Promise<boolean> {
  const terms = event.payload.broadcast;
  if (!terms || terms.chases) return false;
  const { workspaceId } = event;
  const row = await findBroadcast(db.read, workspaceId, terms.id);
  if (!row || row.test || row.makerId === null) return false;
  const begins = event.cursor === null;
  const most = Math.floor(row.people * GROWTH);
  const told = row.decided + audience.routes.size;
  if (!begins && told <= most) return false;
  const people = Math.max(told, await sizeOf(db.read, workspaceId, row.audience));
  if (begins && row.approvedAt && people <= most) return false;
  const approvers = await approversOf(db.read, workspaceId, { ...row, people, at: now });
  if (!approvers) return false;
  await db.transact(async (tx) => {
    const [held] = await lockEvents(tx, [event.id]);
    // Another worker has it by now, or it was changed: it is asked again.
    if (held?.claims !== event.claims) return;
    await changeQueued(tx, event.id, { dueAt: NEVER, status: "scheduled" });
    const asks = { approvalWantedAt: now, approvedAt: null, approverId: null };
    await updateBroadcast(tx, row.id, { ...asks, people, updatedAt: now });
    await askApprovers(tx, { now, newId, workspaceId }, row, approvers);
  });
  return true;
}
