import type { EventRow } from "@/db/queries/events";
import type { NotificationRow } from "@/db/queries/notifications";
import type { ChannelDecision } from "@/lib/core/decision";
import type { newId } from "@/lib/ids";

export interface DecideOptions {
  now: Date;
  newId: typeof newId;
  /** How many events one pass takes at most. */
  limit?: number;
  /** Of `ACTIVE_WINDOW_SECONDS`. */
  activeWindowSeconds: number;
  /** Hears of an event that could not be decided; it is tried again later, and holds up no other. */
  onFault(eventId: string, error: unknown): void;
}

/** What is to be stored about some people of one event. */
export interface DecidedChunk {
  event: EventRow;
  /** The cursor when more people follow. */
  next: string | null;
  decided: { userId: string; decision: readonly ChannelDecision[]; notification: NotificationRow | null }[];
  at: Date;
}
