import type { BroadcastRequest } from "@/lib/core/broadcast-input";
import { everyDay, isWorkday } from "./work-time";

/** A message to many. `at` is when it was written. */
export interface SeedBroadcast {
  at: Date;
  /** The id of who wrote it. */
  by: string;
  message: BroadcastRequest;
}

/** Milliseconds. */
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What was written to everybody on the last working day and must be acknowledged; and what is to go out in some days. */
export function broadcastsBefore(start: Date): { sent: SeedBroadcast; scheduled: SeedBroadcast } {
  const [lately] = everyDay(start, 9 * 60)
    .filter((at) => isWorkday(at) && start.getTime() - at.getTime() > DAY)
    .slice(-1);
  return {
    sent: {
      at: lately ?? new Date(start.getTime() - DAY),
      by: "tomasz",
      message: {
        title: "New sign-in for the warehouse scanners from Monday",
        body:
          "<p>From <b>Monday 7:00</b> the scanners in Rotterdam and Göteborg ask for your own PIN instead of the shared one.</p>" +
          "<p>Set it this week at any terminal, and tell IT if yours does not work.</p>",
        groups: "everyone",
        require_acknowledgement: true,
      },
    },
    scheduled: {
      at: new Date(start.getTime() - 2 * HOUR),
      by: "ingrid",
      message: {
        title: "The new price list is valid from today",
        body: "<p>Quotes that were sent before keep their prices for 30 days.</p>",
        groups: ["sales", "finance"],
        deliver_at: new Date(start.getTime() + 3 * DAY).toISOString(),
      },
    },
  };
}
