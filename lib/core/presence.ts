import type { Channel } from "./channel";
import { type Schedule, SILENCEABLE, type Silenceable } from "./schedule";

/**
 * Whether a channel stays silent since the person is active: then `active_in_app`, and never sent later (R76, A16). Each
 * person may say otherwise, channel by channel; e-mail is silent only where they ask for it. What is critical passes.
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
