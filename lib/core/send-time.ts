import type { Channel } from "./channel";
import { nextSlot } from "./digest";
import { type Hold, heldUntil } from "./quiet-hours";
import type { Schedule } from "./schedule";
import type { Topic } from "./topic";

/** When a message may leave, and what it waits for until then. */
export interface SendTime {
  at: Date;
  reason: "queued" | "delayed" | "in_digest" | "quiet_hours" | "paused";
  /** What holds it longest; null when nothing does. */
  hold: Hold["reason"] | null;
}

/** The channels that wait in quiet hours and pauses: those that reach a person outside the app. */
const OUTSIDE: ReadonlySet<Channel> = new Set<Channel>(["email", "slack", "teams", "webhook", "push"]);

interface Waiting {
  channel: Channel;
  /** Of the topic: what is critical waits for nothing. */
  urgency: Topic["urgency"];
  /** When it was decided. The answer depends on this, not on when it is asked again: nothing is put off twice. */
  since: Date;
  schedule: Schedule;
  zone: string;
}

/**
 * When a message decided at `since` leaves by the person's schedule, as the schedule is now. Ask again when it changed;
 * what falls due so is to be sent at once. All of a person's email with the reason `in_digest` and one `at` is one digest.
 */
export function sendTime({ channel, urgency, since, schedule, zone }: Waiting): SendTime {
  if (urgency === "critical" || !OUTSIDE.has(channel)) return { at: since, reason: "queued", hold: null };
  const timed = channel === "email" ? emailTime(since, schedule, zone) : ({ at: since, reason: "queued" } as const);
  const hold = heldUntil(timed.at, schedule, zone);
  if (!hold) return { ...timed, hold: null };
  // A digest that waits is a digest still: its messages keep together.
  return { at: hold.until, reason: timed.reason === "in_digest" ? "in_digest" : hold.reason, hold: hold.reason };
}

function emailTime(since: Date, { email }: Schedule, zone: string): Omit<SendTime, "hold"> {
  switch (email.kind) {
    case "at_once":
      return { at: since, reason: "queued" };
    case "unread_after":
      return { at: new Date(since.getTime() + email.minutes * 60_000), reason: "delayed" };
    default:
      return { at: nextSlot(since, email, zone), reason: "in_digest" };
  }
}
