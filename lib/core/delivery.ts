import type { Reason } from "./channel";
import type { DeliveryState } from "./delivery-state";
import { readRetryAfter } from "./retry-after";
import type { SendResult } from "./send-result";

/** Tries before a delivery is a dead letter: about fourteen hours of them. */
export const MOST_ATTEMPTS = 10;
/** Claims that ended without a word before it is taken for poison (F14). */
export const MOST_LOST = 5;
/** After it fell due, behind a provider that is down: later, a message is no news; milliseconds. */
export const LONGEST_LIFE = 14 * 86_400_000;
/** The first pause, what each next one is of the last, and the longest; milliseconds. */
const FIRST_PAUSE = 5000;
const GROWTH = 4;
const LONGEST_PAUSE = 4 * 3_600_000;

/** What retrying depends on, of a delivery that was tried. */
export interface Tried {
  /** Tries that ended, this one too. */
  attempts: number;
  lost: number;
  uncertainSince: Date | null;
}

/** Where a delivery stands after a try. */
export type Settled =
  | {
      state: "pending";
      reason: Extract<Reason, "retrying">;
      detail: string | null;
      dueAt: Date;
      uncertainSince: Date | null;
    }
  | { state: Exclude<DeliveryState, "pending">; reason: Reason; detail: string | null };

/**
 * The one place that knows about retrying (F19, F20). `keyMemory` is how long the provider remembers a key, in
 * milliseconds; `chance` is in [0, 1), so that those who failed together do not come back together.
 */
export function settle(
  { attempts, lost, uncertainSince }: Tried,
  result: SendResult,
  { now, startedAt, chance, keyMemory }: { now: Date; startedAt: Date; chance: number; keyMemory: number },
): Settled {
  if (result.outcome === "sent") return { state: "sent", reason: "delivered", detail: null };
  if (result.outcome === "failed") return { state: "failed", reason: result.reason, detail: result.detail ?? null };
  if (attempts + lost >= MOST_ATTEMPTS) return dead("attempts_exhausted", null);
  const doubted = uncertainSince ?? (result.ambiguous ? startedAt : null);
  const dueAt = retryAt(attempts, readRetryAfter(result.retryAfter, now), now, chance);
  const hopeless = refusalAt({ lost, dueAt, uncertainSince: doubted }, dueAt, keyMemory);
  return hopeless ?? { state: "pending", reason: "retrying", detail: null, dueAt, uncertainSince: doubted };
}

/** Why a delivery that fell due at `dueAt` may not be tried at `now` any more; null while it may. What a pause held is new. */
export function refusalAt(
  { lost, dueAt, uncertainSince }: Omit<Tried, "attempts"> & { dueAt: Date },
  now: Date,
  keyMemory: number,
): Extract<Settled, { state: "failed" | "sent" | "suppressed" | "cancelled" }> | null {
  if (lost >= MOST_LOST) return dead("attempts_exhausted", "worker_lost");
  if (now.getTime() - dueAt.getTime() > LONGEST_LIFE) return dead("attempts_exhausted", "waited_too_long");
  // The provider no longer knows the key, and we do not know whether it sent: never again without somebody's word (F23).
  if (keyMemory > 0 && uncertainSince && now.getTime() - uncertainSince.getTime() > keyMemory) {
    return dead("attempts_exhausted", "idempotency_window_passed");
  }
  return null;
}

/** When to try again: never before what the provider asked for; else exponentially later, half of it by chance. */
export function retryAt(attempts: number, asked: Date | null, now: Date, chance: number): Date {
  const pause = Math.min(FIRST_PAUSE * GROWTH ** (attempts - 1), LONGEST_PAUSE);
  const own = now.getTime() + pause * (0.5 + chance / 2);
  // A little later than asked, each a different little.
  return new Date(asked ? asked.getTime() + Math.round(FIRST_PAUSE * chance) : Math.round(own));
}

function dead(reason: Extract<Reason, "attempts_exhausted">, detail: string | null) {
  return { state: "failed" as const, reason, detail };
}
