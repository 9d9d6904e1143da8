"use server";

import type { ScheduleChange } from "@/lib/core/schedule-view";
import { action } from "@/lib/http/action";
import { changeMySchedule } from "@/lib/usecases/schedule/change-my-schedule";

export async function changeSchedule(change: ScheduleChange) {
  const result = await action(changeMySchedule)(change);
  return result.ok ? { ok: true as const, schedule: result.value } : { ok: false as const, detail: result.detail };
}
