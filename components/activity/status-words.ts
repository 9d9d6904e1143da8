import { CircleCheck, CircleSlash, Clock, Layers, type LucideIcon } from "lucide-react";
import type { ActivityStatus } from "@/lib/core/activity-view";
import type { EventStatus } from "@/lib/core/event";

/** How an event's status is shown: by sign and word, never by colour alone. */
export const EVENT_STATUS: Record<EventStatus, { word: string; Icon: LucideIcon; colour: string }> = {
  accepted: { word: "Waiting", Icon: Clock, colour: "text-held" },
  scheduled: { word: "Scheduled", Icon: Clock, colour: "text-held" },
  merging: { word: "Merging", Icon: Layers, colour: "text-held" },
  processed: { word: "Processed", Icon: CircleCheck, colour: "text-delivered" },
  cancelled: { word: "Cancelled", Icon: CircleSlash, colour: "text-muted-foreground" },
};

export const STATUS_CHOICES: Record<ActivityStatus, string> = {
  waiting: "Waiting",
  merging: "Merging",
  processed: "Processed",
  cancelled: "Cancelled",
};
