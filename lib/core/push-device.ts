import { z } from "zod";
import { PushSubscription } from "./push-subscription";

/** What is kept of a device that a person allowed pushes on. */
export const PushDevice = PushSubscription.extend({
  /** Of the sign-in that it was last seen with: pushes end with it (S33). */
  session: z.string(),
  /** When Belfry was last open there, RFC 3339. */
  seen_at: z.string(),
});
export type PushDevice = z.infer<typeof PushDevice>;

/** Devices one person may have; more are a mistake, or somebody's mischief. */
export const MOST_DEVICES = 20;

/** A device as its owner's pages show it; instants are RFC 3339. */
export interface DeviceView {
  id: string;
  name: string;
  /** SHA-256 of its endpoint, base64url: a browser finds itself in the list by it. */
  mark: string;
  allowedAt: string;
  lastSentAt: string | null;
  failingSince: string | null;
}

/** What a try came to. `words` are the provider's own, or ours where it did not get so far. */
export interface Tried {
  outcome: "sent" | "failed";
  status: number | null;
  words: string;
  /** The device is not there any more, and was taken from the list. */
  gone: boolean;
}
