import type { Outcome } from "./channel";
import type { DigestPeriod, MailItem, MergedPart } from "./mail";

/** Where a delivery stands: the outcome that its decision shows. Only `pending` has something to come (I3). */
export type DeliveryState = Extract<Outcome, "pending" | "sent" | "failed" | "suppressed" | "cancelled">;

/** How one try ended. `lost`: its worker was killed, or slept through its lease, before it said. */
export type AttemptOutcome = "sent" | "retry" | "failed" | "lost";

/** What a delivery says: taken from its notification at the first try, and the same at each. Plain text. */
export interface DeliveryContent {
  /** The workspace's name. */
  workspace: string;
  notificationId: string;
  title: string;
  body: string;
  url: string | null;
  topic: { key: string; name: string };
  /** The token of a mail's one-click link (S25); null for what nobody can switch off (R54), and beside email. */
  unsubscribe: string | null;
  actor: string | null;
  /** Title of the record that it is about. */
  record: string | null;
  /** Where it comes from: the app's name, else the section's. */
  origin: string;
  /** When the event's notification last changed, RFC 3339. */
  at: string;
  /** `timeZone` is the person's own, else the workspace's. */
  recipient: { id: string; name: string; timeZone: string };
  /** Of a broadcast: its words with their tags, cleaned (S8), and who wrote it. */
  broadcast?: { html: string; sender: string };
  /** Of several events, by email: their records, newest first, `total` may be more; and what is said above the list. */
  merged?: { body: string; parts: readonly MergedPart[]; total: number };
  /** What it gathers, where it speaks for all that waited for one moment; newest first, `total` may be more. */
  digest?: { period: DigestPeriod; items: readonly MailItem[]; total: number };
}
