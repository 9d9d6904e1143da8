import type { Tx } from "@/db/database";
import { findWaiting, retimeDeliveries } from "@/db/queries/deliveries";
import { changeDecisions, type DecidedLater } from "@/db/queries/events";
import { waitOf } from "@/lib/core/gathering";
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
  const retimed = new Map<string, { ids: string[]; dueAt: Date; reason: SendTime["reason"] }>();
  const decided: DecidedLater[] = [];
  for (const row of await findWaiting(tx, person.workspaceId, person.id)) {
    const { id, channel, createdAt: since, dueAt, eventId, userId } = row;
    const urgency = topics.get(row.topic)?.urgency ?? "normal";
    const time = sendTime({ channel, urgency, since, schedule, zone });
    const reason = waitOf(channel, time.reason);
    if (time.at.getTime() === dueAt.getTime() && reason === row.reason) continue;
    const name = `${time.at.getTime()} ${reason}`;
    const alike = retimed.get(name) ?? { ids: [], dueAt: time.at, reason };
    alike.ids.push(id);
    retimed.set(name, alike);
    decided.push({ eventId, userId, channel, outcome: outcomeOf(time), reason: time.reason });
  }
  for (const { ids, ...change } of retimed.values()) await retimeDeliveries(tx, ids, change);
  await changeDecisions(tx, decided);
}

function outcomeOf({ reason }: SendTime): "pending" | "held" {
  return reason === "queued" ? "pending" : "held";
}
