import { AppError } from "@/lib/app-error";
import type { OutsideChannel } from "@/lib/channels/channel";
import type { Channel } from "@/lib/core/channel";
import type { Context } from "../context";

/** How long somebody waits for a provider on a screen; milliseconds. */
export const PATIENCE = 15_000;

/** A way out that this installation has. */
export function outsideChannel({ channels }: Context, channel: Channel): OutsideChannel {
  const found = channels?.get(channel);
  if (!found) throw new AppError("unavailable", "Nothing can be sent this way here.");
  return found;
}
