import { z } from "zod";
import { findSchedule } from "@/db/queries/schedules";
import { heldUntil } from "@/lib/core/quiet-hours";
import { type Schedule, scheduleOf } from "@/lib/core/schedule";
import type { ScheduleView } from "@/lib/core/schedule-view";
import { needUser } from "../context";
import { userVerb } from "../use-case";

/** When I want to be reached, and whether something holds messages back now (U16). */
export const readMySchedule = userVerb({
  input: z.strictObject({}),
  may: needUser,
  async run(ctx): Promise<ScheduleView> {
    const { db, workspaceId, actor, now } = ctx;
    return viewSchedule(scheduleOf(await findSchedule(db.read, workspaceId, actor.id)), actor.timeZone, now);
  },
});

export function viewSchedule(schedule: Schedule, zone: string, now: Date): ScheduleView {
  const { email, quietHours, whileActive, pausedUntil } = schedule;
  return {
    email,
    quietHours,
    whileActive,
    zone,
    pausedUntil: pausedUntil && pausedUntil > now ? pausedUntil.toISOString() : null,
    hold: viewHold(schedule, zone, now),
  };
}

/** What holds messages back now, and until when. */
export function viewHold(schedule: Schedule, zone: string, now: Date): ScheduleView["hold"] {
  const hold = heldUntil(now, schedule, zone);
  return hold && { until: hold.until.toISOString(), reason: hold.reason };
}
