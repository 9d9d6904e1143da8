import { z } from "zod";
import { Instant } from "./instant";
import { leavesTime } from "./quiet-hours";
import type { Schedule } from "./schedule";
import { EmailTimingInput, QuietHoursInput, WhileActiveInput } from "./schedule-input";

/** A change to one's schedule: what it does not name stays; null: as Belfry ships. */
export const ScheduleChange = z.strictObject({
  email: EmailTimingInput.nullable().optional(),
  quietHours: QuietHoursInput.refine(leavesTime, "Leave some time of the week in which messages may come.")
    .nullable()
    .optional(),
  pausedUntil: Instant.nullable().optional(),
  whileActive: WhileActiveInput.nullable().optional(),
});
export type ScheduleChange = z.infer<typeof ScheduleChange>;

/** A person's schedule as the screens receive it. Times are RFC 3339, UTC. */
export interface ScheduleView extends Pick<Schedule, "email" | "quietHours" | "whileActive"> {
  /** Null when no pause is on. */
  pausedUntil: string | null;
  /** The zone in which its times are meant. */
  zone: string;
  /** Until when all outside and every sound wait now, and for what; null: they do not. */
  hold: { until: string; reason: "quiet_hours" | "paused" } | null;
}
