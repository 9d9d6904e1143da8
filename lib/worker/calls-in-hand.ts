import type { Logger } from "@/lib/log";
import type { Call, Delivering } from "@/lib/usecases/delivery/call";
import type { InHand } from "@/lib/usecases/delivery/claim-calls";
import { holdCalls } from "@/lib/usecases/delivery/hold-calls";
import { watchClock } from "./clock-watch";

/** The calls that this process has claimed. A heartbeat keeps others from taking them until they end (F12). */
export interface CallsInHand {
  /** What a claim has to know of them; null when this process could not say in time that it is alive: then it takes no more. */
  look(): Promise<(Pick<InHand, "orphans" | "rescues"> & { count: number }) | null>;
  /** Calls of a claim that began at `since`; `performance.now()` milliseconds. */
  add(calls: readonly Call[], since: number): void;
  remove(call: Call): void;
  stop(): void;
}

/** None in hand yet. `beat` is the time between two heartbeats; milliseconds. */
export function createCallsInHand(given: Delivering, { log, beat }: { log: Logger; beat: number }): CallsInHand {
  const calls = new Set<Call>();
  const watch = watchClock(given.now, beat / 10);
  let heldAt = performance.now();
  let doubtsLeasesUntil = 0;
  const beating = setInterval(hold, beat);
  return {
    async look() {
      if (watch.jumped()) await hold();
      if (performance.now() - heldAt > given.lease) return null;
      const orphans = [...calls].filter(({ lost }) => lost > 0);
      const rescues = performance.now() >= doubtsLeasesUntil && !orphans.some(({ lost }) => lost > 1);
      return { count: calls.size, orphans: orphans.length, rescues };
    },
    add(claimed, since) {
      for (const call of claimed) calls.add(call);
      // Whoever beat meanwhile did not hold these.
      if (claimed.length > 0) heldAt = Math.min(heldAt, since);
    },
    remove: (call) => void calls.delete(call),
    stop: () => clearInterval(beating),
  };

  /**
   * By a clock that was set ahead all leases are over, though nobody died: nothing is taken for lost then until every other
   * worker had a beat to say that it lives (F28).
   */
  async function hold(): Promise<void> {
    try {
      if (watch.jumped()) doubtsLeasesUntil = performance.now() + 1.5 * beat;
      const lead = watch.lead();
      await holdCalls(given, calls);
      heldAt = performance.now();
      watch.settle(lead);
    } catch (err) {
      log.warn({ err }, "calls in hand could not be held on to");
    }
  }
}
