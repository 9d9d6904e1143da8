import type { Reason } from "./channel";
import type { ChannelDecision } from "./decision";

/** The one reason to tell whoever asks why nothing reached somebody: of the first channel that is offered at all. */
export function whyNot(decision: readonly ChannelDecision[]): Reason {
  const telling = decision.find(({ reason }) => reason !== "medium_not_offered") ?? decision[0];
  return telling?.reason ?? "medium_not_offered";
}
