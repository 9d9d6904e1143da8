"use server";

import type { ScheduleChange } from "@/lib/core/schedule-view";
import { action } from "@/lib/http/action";
import { changeMySchedule } from "@/lib/usecases/schedule/change-my-schedule";

export async function changeSchedule(change: ScheduleChange) {
  return action(changeMySchedule)(change);
}
