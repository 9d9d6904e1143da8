import type { ChangeSchedule } from "@/components/schedule/actions";
import type { ScheduleView } from "@/lib/core/schedule-view";

export interface PauseProps {
  schedule: ScheduleView;
  /** When it was read; RFC 3339. */
  now: string;
  change: ChangeSchedule;
}
