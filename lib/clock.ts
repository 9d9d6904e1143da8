/** Where the time comes from, so that tests move it. */
export interface Clock {
  now(): Date;
}

/** This host's. What several hosts agree on goes by the clock of their database (lib/boot/database-clock). */
export const systemClock: Clock = { now: () => new Date() };
