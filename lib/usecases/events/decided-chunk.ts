import type { NewDelivery } from "@/db/queries/deliveries";
import type { EventRow } from "@/db/queries/events";
import type { NotificationRow } from "@/db/queries/notifications";
import type { ChannelDecision } from "@/lib/core/decision";
import type { Route } from "@/lib/core/recipient";
import type { newId } from "@/lib/ids";

export interface DecideOptions {
  now: Date;
  newId: typeof newId;
  /** How many events one pass takes at most. */
  limit?: number;
  /** How many people one transaction decides on at most. */
  people?: number;
  /** Runs after each transaction, which took so many milliseconds: who has others to serve serves them. */
  rest?(worked: number): Promise<unknown>;
  /** Of `ACTIVE_WINDOW_SECONDS`. */
  activeWindowSeconds: number;
  /** Of `MERGE_WINDOW_SECONDS`; 0 or absent: nothing waits. */
  mergeWindowSeconds?: number;
  /** Hears of an event that could not be decided; it is tried again later, and holds up no other. */
  onFault(eventId: string, error: unknown): void;
}

/** What is to be stored about some people of one event. */
export interface DecidedChunk {
  event: EventRow;
  /** The cursor when more people follow. */
  next: string | null;
  decided: {
    userId: string;
    decision: readonly ChannelDecision[];
    notification: NotificationRow | null;
    /** Present when it waits for others of its kind: how the event reached the person (R77). */
    waits?: Route[];
    /** One for each channel whose decision is pending; where it connects somewhere, one for each connection. */
    deliveries?: NewDelivery[];
  }[];
  /** How long it waits for others of its kind; seconds, 0 for not at all. */
  window: number;
  at: Date;
}
