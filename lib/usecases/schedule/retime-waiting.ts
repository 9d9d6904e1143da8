import type { Tx } from "@/db/database";
import { findWaiting, retimeDeliveries } from "@/db/queries/deliveries";
import { changeDecisions, type DecidedLater } from "@/db/queries/events";
import { type SendTime, sendTime } from "@/lib/core/send-time";
import type { Timing } from "@/lib/core/time-decision";
import type { Topic } from "@/lib/core/topic";
import type { WorkspaceId } from "@/lib/core/workspace";

/**
 * What waits for somebody leaves by the schedule that they have now, counted from when it was decided (F30): what a pause
 * held goes at once when they resume. What was tried already keeps to its retries.
 */
export async function retimeWaiting(
  tx: Tx,
  person: { workspaceId: WorkspaceId; id: string },
  { schedule, zone }: Timing,
  topics: ReadonlyMap<string, Topic>,
): Promise<void> {
  const byTime = new Map<number, string[]>();
  const decided: DecidedLater[] = [];
  for (const row of await findWaiting(tx, person.workspaceId, person.id)) {
    const { id, channel, createdAt: since, dueAt, eventId, userId } = row;
    const urgency = topics.get(row.topic)?.urgency ?? "normal";
    const time = sendTime({ channel, urgency, since, schedule, zone });
    if (time.at.getTime() === dueAt.getTime()) continue;
    byTime.set(time.at.getTime(), [...(byTime.get(time.at.getTime()) ?? []), id]);
    decided.push({ eventId, userId, channel, outcome: outcomeOf(time), reason: time.reason });
  }
  for (const [at, ids] of byTime) await retimeDeliveries(tx, ids, new Date(at));
  await changeDecisions(tx, decided);
}

function outcomeOf({ reason }: SendTime): "pending" | "held" {
  return reason === "queued" ? "pending" : "held";
}
