import type { AttemptView } from "@/lib/core/activity-view";
import type { Reason } from "@/lib/core/channel";
import { RESENT } from "@/lib/core/resent";

/** Why a delivery stands where it does, in a word or two; what never stands beside a delivery says what it is. */
export const REASON_LABELS: Record<Reason, string> = {
  delivered: "Delivered",
  queued: "On its way",
  retrying: "Will be tried again",
  preference_off: "Switched off meanwhile",
  channel_off: "Channel switched off",
  channel_not_connected: "Not connected",
  medium_not_offered: "Not offered there",
  missing_permission: "Access missing",
  no_access: "May not see it",
  not_in_audience: "Not in the audience",
  condition_not_met: "Condition not met",
  own_action: "Their own doing",
  silent_origin: "Silent origin",
  withdrawn: "Taken back",
  merged: "Merged into another",
  daily_cap: "Over the day's limit",
  active_in_app: "Active in the app",
  not_in_app: "Not in the app",
  delayed: "Waits a while",
  in_digest: "Waits for a digest",
  already_read: "Read before it was due",
  quiet_hours: "Quiet hours",
  paused: "Paused",
  unknown_recipient: "Unknown recipient",
  inactive_user: "Account not active",
  address_suppressed: "Address bounced before",
  endpoint_gone: "Address is gone",
  provider_rejected: "Refused by the provider",
  attempts_exhausted: "All tries used up",
  recalled: "Recalled",
  expired: "Out of date",
};

/** How one try ended. A provider that knows no keys may have taken what is tried again. */
export function endedWords({ outcome, ambiguous }: Pick<AttemptView, "outcome" | "ambiguous">): string {
  return ambiguous && outcome === "retry" ? "No clear answer: it may have arrived" : ENDED[outcome];
}

const ENDED: Record<AttemptView["outcome"], string> = {
  sent: "Accepted",
  retry: "Failed, to be tried again",
  failed: "Refused",
  lost: "Nobody knows: its worker was lost",
};

/** What the detail of a dead letter means, where it says more than its reason, or that no provider ever saw it. */
export const DETAIL_WORDS: Record<string, string> = {
  not_an_address: "Not an address that mail can go to",
  not_drawn: "Could not be made into a mail",
  not_configured: "Its owner has to connect it again",
  address_refused: "An address that Belfry does not go to",
  keys_refused: "The push service refused Belfry's keys",
  too_long: "Too long for the push service",
  template_over_limits: "Its template went over its limits",
  worker_lost: "Its worker was lost five times",
  waited_too_long: "Waited longer than two weeks",
  idempotency_window_passed: "Might have been sent: the provider no longer knows",
  [RESENT]: "Sent again by an admin",
  discarded: "Given up by an admin",
};
