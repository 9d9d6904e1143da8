import type { Reason } from "@/lib/core/channel";

/** The reasons that a person can ask for, as they would put them. Why a record is not theirs to see is not among them. */
export const REASON_CHOICES: readonly { reason: Reason; words: string }[] = [
  { reason: "delivered", words: "Delivered" },
  { reason: "preference_off", words: "The topic was off" },
  { reason: "channel_off", words: "The channel was switched off" },
  { reason: "not_in_app", words: "You were not in the app" },
  { reason: "own_action", words: "You did it yourself" },
  { reason: "not_in_audience", words: "Not meant for your part in it" },
  { reason: "condition_not_met", words: "A condition was not met" },
  { reason: "silent_origin", words: "Came from an import or a program" },
  { reason: "merged", words: "Became part of another" },
  { reason: "channel_not_connected", words: "The channel is not connected" },
  { reason: "medium_not_offered", words: "Not offered on that channel" },
];
