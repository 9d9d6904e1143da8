import type { Channel, Reason } from "./channel";
import type { AttemptOutcome, DeliveryState } from "./delivery-state";
import type { EventInput, EventStatus } from "./event";
import type { Explanation } from "./explanation";

/** What the list of events can be asked for; `waiting` is accepted or scheduled. */
export const ACTIVITY_STATUSES = ["waiting", "merging", "processed", "cancelled"] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

/** An event in the list of activity. Times are RFC 3339, UTC. */
export interface ActivityRow {
  id: string;
  topicName: string;
  status: EventStatus;
  at: string;
  dueAt: string;
  /** The record's title. */
  subject: string | null;
  actor: string | null;
  /** The app that posted it; null when somebody did by hand, or Belfry itself. */
  app: string | null;
  /** As the event names them: `ada`, `sales and 3 more`. */
  recipients: string;
}

/** One try of a delivery, with the provider's own words. */
export interface AttemptView {
  number: number;
  startedAt: string;
  /** How long it took; milliseconds. */
  took: number;
  outcome: AttemptOutcome;
  /** Nobody knows whether it arrived. */
  ambiguous: boolean;
  status: number | null;
  words: string | null;
}

/** One message through one outside channel. */
export interface DeliveryView {
  id: string;
  eventId: string;
  user: string;
  topicName: string;
  channel: Channel;
  state: DeliveryState;
  reason: Reason;
  detail: string | null;
  destination: string | null;
  at: string;
  dueAt: string;
  attempts: number;
}

/** What became of an event for one recipient: why, on which channel, and each try. */
export interface RecipientView {
  user: string;
  /** Null for who is no person here. */
  name: string | null;
  explanation: Explanation;
  deliveries: (DeliveryView & { tries: AttemptView[] })[];
}

/** An event from top to bottom. */
export interface EventView extends ActivityRow {
  topic: string;
  processedAt: string | null;
  /** Of one that a trigger raised: the event that met it and its topic, the trigger's name, and who set it up (R85). */
  cause: { event: string; topic: string | null; name: string; by: string | null } | null;
  /** What triggers raised because of it; `id` is null where the chain was too long. */
  raised: { id: string | null; name: string }[];
  /** As it was posted. */
  payload: EventInput;
  /** How many it was decided for so far. */
  decided: number;
  recipientsShown: RecipientView[];
  nextCursor: string | null;
}

/** What an event would do now, if it were posted. */
export interface EventPreview {
  /** When it would be told; RFC 3339, UTC. */
  dueAt: string;
  scheduled: boolean;
  /** How many it would be decided for; with `more`, at least so many. */
  decided: number;
  more: boolean;
  /** The first of them. */
  recipientsShown: RecipientView[];
}
