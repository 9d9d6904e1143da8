import { readRetryAfter } from "./retry-after";
import type { SendResult } from "./send-result";

/** Failures in a row that open the breaker, and how often it lets one try through then; milliseconds (F22). */
export const MOST_FAILURES = 5;
export const PROBE_EVERY = 30_000;
/** The pause after a provider's "too many" without a word of how long; milliseconds. */
const BARE_PAUSE = 5000;

/** When a lane, or a channel with one provider, may be used next. As stored; no row is `OPEN_GATE`. */
export interface Gate {
  readyAt: Date;
  failures: number;
}

export const OPEN_GATE: Gate = { readyAt: new Date(0), failures: 0 };

/** What somebody asked us to wait for, as against what failed. */
export function isThrottled(result: SendResult): boolean {
  return result.outcome === "retry" && (result.status === 429 || result.retryAfter !== undefined);
}

/** Whether so many failed in a row that only a probe may pass. */
export function isBroken({ failures }: Gate): boolean {
  return failures >= MOST_FAILURES;
}

/** The gate once somebody went through it at `now`: `pace` is the least time between two, in milliseconds (F21). */
export function passed(gate: Gate, pace: number, now: Date): Gate {
  const wait = Math.max(pace, isBroken(gate) ? PROBE_EVERY : 0);
  return { ...gate, readyAt: later(gate.readyAt, new Date(now.getTime() + wait)) };
}

/** The gate after a try: closed as long as the provider asked, or for a while when it does not answer. */
export function learned(gate: Gate, result: SendResult, now: Date): Gate {
  if (result.outcome !== "retry") return { ...gate, failures: 0, readyAt: isBroken(gate) ? now : gate.readyAt };
  const asked = readRetryAfter(result.retryAfter, now);
  if (asked) return { ...gate, readyAt: later(gate.readyAt, asked) };
  if (result.status === 429) return { ...gate, readyAt: later(gate.readyAt, new Date(now.getTime() + BARE_PAUSE)) };
  const failures = gate.failures + 1;
  const broken = isBroken({ ...gate, failures });
  return { failures, readyAt: broken ? later(gate.readyAt, new Date(now.getTime() + PROBE_EVERY)) : gate.readyAt };
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
