import type { Answer } from "@/components/ui/answer";
import type { ScheduleChange, ScheduleView } from "@/lib/core/schedule-view";

/** Changes a person's own schedule. The page passes a server action. */
export type ChangeSchedule = (change: ScheduleChange) => Promise<Answer<ScheduleView>>;
