import type { Reason } from "./channel";

/** Why a provider will never take a message. */
type FinalReason = Extract<Reason, "provider_rejected" | "endpoint_gone" | "address_suppressed">;

interface Told {
  /** HTTP or SMTP status, where there was an answer. */
  status?: number;
  /** What the provider said, for admins. */
  words?: string;
}

/** What became of one try, in the words of any channel. A channel decides nothing more: `core/delivery` does. */
export type SendResult =
  | (Told & { outcome: "sent"; providerId?: string })
  | (Told & {
      outcome: "retry";
      /** The header as it came. */
      retryAfter?: string;
      /** It may have had its effect all the same: no answer came, or none that can be read. */
      ambiguous: boolean;
    })
  | (Told & { outcome: "failed"; reason: FinalReason; detail?: string });
