/** Requests of one app in one minute of the clock. */
export interface Rate {
  /** Requests a minute. */
  limit: number;
  /** With this one. */
  used: number;
  now: Date;
  /** When the minute began. */
  start: Date;
}

const WINDOW = 60_000;

/** When the minute began that `now` is in. */
export function windowStart(now: Date): Date {
  return new Date(Math.floor(now.getTime() / WINDOW) * WINDOW);
}

/** Whether this request is one too many. */
export function isExceeded({ used, limit }: Rate): boolean {
  return used > limit;
}

/** Whole seconds until the next minute begins. */
export function secondsLeft({ now, start }: Rate): number {
  return Math.max(1, Math.ceil((start.getTime() + WINDOW - now.getTime()) / 1000));
}

/** `RateLimit-Policy` and `RateLimit` as the IETF draft writes them (C6): a quota and a window, what remains and until when. */
export function rateHeaders(rate: Rate): Record<string, string> {
  const remaining = Math.max(0, rate.limit - rate.used);
  return {
    "ratelimit-policy": `"app";q=${rate.limit};w=${WINDOW / 1000}`,
    ratelimit: `"app";r=${remaining};t=${secondsLeft(rate)}`,
  };
}
