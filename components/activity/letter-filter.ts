import { addressOf, type Params } from "@/components/ui/page-address";
import { CHANNELS, type Channel, isOnScreen, REASONS, type Reason } from "@/lib/core/channel";

/** Which dead letters the page shows, as its address says it. */
export interface LetterFilter {
  channel?: Channel;
  reason?: Reason;
}

const DEAD = new Set<Reason>(["endpoint_gone", "provider_rejected", "attempts_exhausted"]);

/** The channels that leave the building, and why a provider's letter can be dead. */
export const LETTER_CHANNELS = CHANNELS.filter((channel) => channel !== "bell" && !isOnScreen(channel));
export const LETTER_REASONS = REASONS.filter((reason) => DEAD.has(reason));

/** Reads the address; what it does not know, it leaves out. */
export function letterFilter({ channel, reason }: Params): LetterFilter {
  return {
    channel: LETTER_CHANNELS.find((one) => one === channel),
    reason: LETTER_REASONS.find((one) => one === reason),
  };
}

/** The address of the page, or with `of` of what belongs to it. */
export function lettersAddress(
  filter: LetterFilter,
  { of = "", cursor }: { of?: string; cursor?: string } = {},
): string {
  return addressOf(`/admin/activity/dead-letters${of}`, { ...filter, cursor });
}
