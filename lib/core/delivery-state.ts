import type { Outcome } from "./channel";

/** Where a delivery stands: the outcome that its decision shows. Only `pending` has something to come (I3). */
export type DeliveryState = Extract<Outcome, "pending" | "sent" | "failed" | "suppressed" | "cancelled">;

/** How one try ended. `lost`: its worker was killed, or slept through its lease, before it said. */
export type AttemptOutcome = "sent" | "retry" | "failed" | "lost";

/** What a delivery says: taken from its notification at the first try, and the same at each. Plain text. */
export interface DeliveryContent {
  title: string;
  body: string;
  url: string | null;
  topic: { key: string; name: string };
  actor: string | null;
  /** When the event's notification last changed, RFC 3339. */
  at: string;
  recipient: { id: string; name: string; timeZone: string | null };
}
