/** A tab of the preferences (R46). */
export const MEDIA = ["email", "desktop", "apps", "mobile"] as const;
export type Medium = (typeof MEDIA)[number];

/** A way out. The order is the order in which decisions list them. */
export const CHANNELS = ["bell", "popup", "browser", "email", "slack", "teams", "webhook", "push"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The medium whose topic preference a channel obeys. */
export const MEDIUM_OF: Readonly<Record<Channel, Medium>> = {
  bell: "desktop",
  popup: "desktop",
  browser: "desktop",
  email: "email",
  slack: "apps",
  teams: "apps",
  webhook: "apps",
  push: "mobile",
};

/** Shown on the screen of an open tab, or not at all: these do not wait for a better moment, since the bell has it. */
export function isOnScreen(channel: Channel): boolean {
  return channel === "popup" || channel === "browser";
}

export const OUTCOMES = ["sent", "pending", "held", "merged", "suppressed", "failed", "cancelled"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a channel did what it did. The list is closed: no free text (api.md, section 2). */
export const REASONS = [
  "delivered",
  "queued",
  "retrying",
  "preference_off",
  "channel_off",
  "channel_not_connected",
  "medium_not_offered",
  "missing_permission",
  "no_access",
  "not_in_audience",
  "condition_not_met",
  "own_action",
  "silent_origin",
  "withdrawn",
  "merged",
  "daily_cap",
  "active_in_app",
  "not_in_app",
  "delayed",
  "in_digest",
  "already_read",
  "quiet_hours",
  "paused",
  "unknown_recipient",
  "inactive_user",
  "address_suppressed",
  "endpoint_gone",
  "provider_rejected",
  "attempts_exhausted",
  "recalled",
  "expired",
] as const;
export type Reason = (typeof REASONS)[number];

/** Who decided: `profile:<name>` names the profile. */
export type Source = "required" | "user" | `profile:${string}` | "account" | "catalogue" | "event" | "system";
