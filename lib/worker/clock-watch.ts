/** Notices that the clock was set ahead, or that the machine slept, by another one that only counts (F28). */
export interface ClockWatch {
  /** How far the clock is ahead of the other one; milliseconds. */
  lead(): number;
  /** Whether it went ahead since what was settled last. Set back, it makes leases longer: nobody need notice. */
  jumped(): boolean;
  /** From now on that lead is the usual one. */
  settle(lead: number): void;
}

/** `now` is the clock on the wall; up to `slack` milliseconds are no jump. */
export function watchClock(now: () => Date, slack: number): ClockWatch {
  const lead = () => now().getTime() - performance.now();
  let usual = lead();
  return {
    lead,
    jumped: () => lead() - usual > slack,
    settle(seen) {
      usual = seen;
    },
  };
}
