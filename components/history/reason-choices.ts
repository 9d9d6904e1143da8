import type { Reason } from "@/lib/core/channel";

/** Why a record is not theirs to see is nobody's to ask, and whom nobody knows has no history. */
type Asked = Exclude<Reason, "no_access" | "missing_permission" | "unknown_recipient">;

const WORDS: Readonly<Record<Asked, string>> = {
  delivered: "Delivered",
  queued: "On its way",
  retrying: "Is tried again",
  delayed: "Waits for you to read it first",
  in_digest: "Waits for a digest",
  quiet_hours: "Quiet hours",
  paused: "A pause",
  merged: "Became part of another",
  preference_off: "The topic was off",
  channel_off: "The channel was switched off",
  active_in_app: "You were active in the app",
  not_in_app: "You were not in the app",
  already_read: "You had read it before",
  own_action: "You did it yourself",
  not_in_audience: "Not meant for your part in it",
  condition_not_met: "A condition was not met",
  silent_origin: "Came from an import or a program",
  withdrawn: "It was taken back",
  recalled: "Its sender took it back",
  expired: "It was out of date",
  daily_cap: "Over the day's limit of emails",
  address_suppressed: "Your address refused earlier email",
  endpoint_gone: "The device or address is gone",
  provider_rejected: "The service that delivers it refused",
  attempts_exhausted: "It never got through",
  inactive_user: "Your account was not active",
  channel_not_connected: "The channel is not connected",
  medium_not_offered: "Not offered on that channel",
};

/** The reasons that a person can ask for, as they would put them. */
export const REASON_CHOICES = Object.entries(WORDS).map(([reason, words]) => ({ reason: reason as Asked, words }));
