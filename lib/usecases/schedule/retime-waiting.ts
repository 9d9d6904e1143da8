import type { Tx } from "@/db/database";
import { changeDecisions, type DecidedLater } from "@/db/queries/decisions";
import { findWaiting, retimeDeliveries } from "@/db/queries/deliveries";
import { findSchedule } from "@/db/queries/schedules";
import { findWorkspaces } from "@/db/queries/workspaces";
import { waitOf } from "@/lib/core/gathering";
import { urgencyOf } from "@/lib/core/rank";
import { type Schedule, scheduleOf } from "@/lib/core/schedule";
import { type SendTime, sendTime } from "@/lib/core/send-time";
import type { Context } from "../context";

/**
 * What waits for somebody leaves by the schedule and the zone that they have now, counted from when it was decided (F30):
 * what a pause held goes at once when they resume. What was tried already keeps to its retries. Answers the schedule.
 */
export async function retimeWaiting(
  tx: Tx,
  { workspaceId }: Pick<Context, "workspaceId">,
  { id: userId, timeZone }: { id: string; timeZone: string | null },
): Promise<Schedule> {
  const schedule = scheduleOf(await findSchedule(tx, workspaceId, userId));
  const waiting = await findWaiting(tx, workspaceId, userId);
  if (waiting.length === 0) return schedule;
  const zone = timeZone ?? (await findWorkspaces(tx, [workspaceId])).get(workspaceId)?.timeZone ?? "UTC";
  const retimed = new Map<string, { ids: string[]; dueAt: Date; reason: SendTime["reason"] }>();
  const decided: DecidedLater[] = [];
  for (const { id, channel, createdAt: since, dueAt, eventId, rank, reason: before } of waiting) {
    const time = sendTime({ channel, urgency: urgencyOf(rank), since, schedule, zone });
    const reason = waitOf(channel, time.reason);
    if (time.at.getTime() === dueAt.getTime() && reason === before) continue;
    const name = `${time.at.getTime()} ${reason}`;
    const alike = retimed.get(name) ?? { ids: [], dueAt: time.at, reason };
    alike.ids.push(id);
    retimed.set(name, alike);
    decided.push({ eventId, userId, channel, outcome: outcomeOf(time), reason: time.reason });
  }
  for (const { ids, ...change } of retimed.values()) await retimeDeliveries(tx, ids, change);
  await changeDecisions(tx, decided);
  return schedule;
}

function outcomeOf({ reason }: SendTime): "pending" | "held" {
  return reason === "queued" ? "pending" : "held";
}
