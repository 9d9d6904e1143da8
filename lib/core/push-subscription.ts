import { z } from "zod";

const bytes = (pattern: RegExp) => z.string().regex(pattern, "This is not what a browser gives.");

/** Where and for whom a browser's pushes are encrypted (W3C Push API): a public key of P-256, and 16 bytes. */
export const PushSubscription = z.object({
  endpoint: z.string().max(1024),
  keys: z.object({ p256dh: bytes(/^B[A-Za-z0-9_-]{86}=?$/), auth: bytes(/^[A-Za-z0-9_-]{22}={0,2}$/) }),
});
