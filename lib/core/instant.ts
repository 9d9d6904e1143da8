import { z } from "zod";

const FIRST = Date.parse("1000-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** A time as integrations write it. Years 1000 to 9999 in UTC: both databases keep these, and no other, alike. */
export const Instant = z
  .string()
  // RFC 3339 lets t and z be small.
  .toUpperCase()
  .check(z.iso.datetime({ offset: true, error: "Use an RFC 3339 time, such as 2026-11-21T18:51:00Z." }))
  .refine((text) => !(Date.parse(text) < FIRST || Date.parse(text) > LAST), {
    error: "Use a time of the years 1000 to 9999.",
  });
