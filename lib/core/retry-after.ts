/** The longest that a provider may ask us to wait; milliseconds (F20). */
const LONGEST = 24 * 3_600_000;

/**
 * When `Retry-After` (RFC 9110: whole seconds, or a date) lets us come back, a day from now at most. Null without one
 * and for what is neither: the caller's own pause holds then.
 */
export function readRetryAfter(header: string | undefined, now: Date): Date | null {
  const ms = header === undefined ? Number.NaN : askedFor(header.trim(), now);
  return Number.isFinite(ms) && ms > 0 ? new Date(now.getTime() + Math.min(ms, LONGEST)) : null;
}

function askedFor(value: string, now: Date): number {
  if (/^\d{1,12}$/.test(value)) return Number(value) * 1000;
  // Dates as HTTP writes them: `Date.parse` alone would also read "5 apples" as a year.
  return /^[A-Za-z]{3,9},? \d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} [\d:]{8} GMT$/.test(value)
    ? Date.parse(value) - now.getTime()
    : Number.NaN;
}
