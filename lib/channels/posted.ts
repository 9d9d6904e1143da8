import type { SendResult } from "@/lib/core/send-result";
import type { Answer } from "@/lib/outgoing/outgoing";

/** What a status other than 2xx says of a destination: nobody is there, it will never take this, or perhaps later. */
export type Meaning = "gone" | "rejected" | "later";

/** What became of a message that was posted to an address of a person's. `meaningOf` is the channel's own word on statuses. */
export function posted(answer: Answer, meaningOf: (status: number) => Meaning): SendResult {
  if (answer.kind === "refused") return { ...ADDRESS_REFUSED, words: answer.why };
  if (answer.kind === "failed") return { outcome: "retry", ambiguous: answer.sent, words: answer.why };
  const { status, words, retryAfter } = answer;
  if (status >= 200 && status < 300) return { outcome: "sent", status, words };
  const meaning = meaningOf(status);
  if (meaning === "gone") return { outcome: "failed", reason: "endpoint_gone", status, words };
  if (meaning === "rejected") return { outcome: "failed", reason: "provider_rejected", status, words };
  return { outcome: "retry", ambiguous: status >= 500, status, words, ...(retryAfter && { retryAfter }) };
}

/** Nothing is ever sent to an address that we do not go to. */
export const ADDRESS_REFUSED = {
  outcome: "failed",
  reason: "provider_rejected",
  detail: "address_refused",
} as const satisfies SendResult;

/** A destination whose settings cannot be read: its owner has to connect it again. */
export const NOT_CONFIGURED = {
  outcome: "failed",
  reason: "provider_rejected",
  detail: "not_configured",
} as const satisfies SendResult;
