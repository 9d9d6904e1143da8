import type { Channel } from "./channel";
import type { EventInput } from "./event";
import { preferencesAddress } from "./preferences-address";

/** A connection to which nothing goes any more. */
export interface Stopped {
  userId: string;
  channel: Channel;
  /** Where it led, as its owner knows it. */
  destination: string;
  reason: "endpoint_gone" | "attempts_exhausted";
}

const NAMES: Partial<Record<Channel, string>> = { slack: "Slack", teams: "Microsoft Teams", webhook: "Your webhook" };

/** What the owner of a connection hears by their other channels when nothing goes there any more (F24). */
export function stoppedNotice({ userId, channel, destination, reason }: Stopped): EventInput {
  const why = reason === "endpoint_gone" ? "says that it does not exist any more" : "took nothing for five days";
  return {
    topic: "announcements.posted",
    recipients: [{ user: userId }],
    title: `${NAMES[channel] ?? "An app of yours"} is disconnected`,
    body: `${destination || "It"} ${why}, so nothing is sent there. Mend it and send a test, or connect another.`,
    url: preferencesAddress({ medium: "apps", channel }),
    origin: "automation",
  };
}
