import type { Channel } from "./channel";
import { type Schedule, SILENCEABLE, type Silenceable } from "./schedule";

/** A tab says each minute that it is open; one that was silent for longer is gone. Milliseconds. */
export const OPEN_FOR = 150_000;

/**
 * Whether a channel stays silent since the person is active: then `active_in_app`, and never sent later (R76, A16). Each
 * person may say otherwise, channel by channel; email is silent only where they ask for it. What is critical passes.
 */
export function isSilentWhileActive(
  channel: Channel,
  { activeInApp, whileActive, urgency }: { activeInApp: boolean; urgency: string } & Pick<Schedule, "whileActive">,
): boolean {
  if (!activeInApp || urgency === "critical") return false;
  return isSilenceable(channel) && whileActive[channel];
}

function isSilenceable(channel: Channel): channel is Silenceable {
  return (SILENCEABLE as readonly Channel[]).includes(channel);
}
