import type { Tx } from "@/db/database";
import { changeDecisions, type DecidedLater } from "@/db/queries/decisions";
import { findUnreadAgain, reviveDeliveries } from "@/db/queries/ended-deliveries";
import { findSchedule } from "@/db/queries/schedules";
import { findUser } from "@/db/queries/users";
import { findWorkspaces } from "@/db/queries/workspaces";
import { comesBack } from "@/lib/core/comes-back";
import { urgencyOf } from "@/lib/core/rank";
import { scheduleOf } from "@/lib/core/schedule";
import { sendTime } from "@/lib/core/send-time";
import type { Context } from "../context";

/**
 * These notifications are unread again: email about them that reading cancelled leaves after all, where it is not too
 * late, and its decisions say so. What was tried, or ended for another reason, stays as it is.
 */
export async function bringBack(
  tx: Tx,
  { workspaceId, now }: Pick<Context, "workspaceId" | "now">,
  userId: string,
  notificationIds: readonly string[],
): Promise<void> {
  const cancelled = await findUnreadAgain(tx, workspaceId, userId, notificationIds);
  if (cancelled.length === 0) return;
  const schedule = scheduleOf(await findSchedule(tx, workspaceId, userId));
  const person = await findUser(tx, workspaceId, userId);
  const zone = person?.timeZone ?? (await findWorkspaces(tx, [workspaceId])).get(workspaceId)?.timeZone ?? "UTC";
  const decided: DecidedLater[] = [];
  for (const { id, eventId, channel, rank, createdAt: since, endedAt } of cancelled) {
    const time = sendTime({ channel, urgency: urgencyOf(rank), since, schedule, zone });
    const back = comesBack({ time, cancelledAt: endedAt ?? since }, now);
    if (!back) continue;
    await reviveDeliveries(tx, [id], { dueAt: back.at, reason: back.reason });
    const outcome = back.reason === "queued" ? "pending" : "held";
    decided.push({ eventId, userId, channel, outcome, reason: back.reason });
  }
  await changeDecisions(tx, decided);
}
