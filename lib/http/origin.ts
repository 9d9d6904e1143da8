import { isLoopback } from "@/lib/loopback";

/**
 * Whether a request was made by a page of this site (S6): `Origin` is the configured address, or the browser itself
 * says so. Nothing else of the request is believed, such as X-Forwarded-Host; silence is a no.
 */
export function isOwnOrigin(headers: Headers, publicUrl: string): boolean {
  if (headers.get("sec-fetch-site") === "same-origin") return true;
  const origin = headers.get("origin");
  return origin !== null && (origin === new URL(publicUrl).origin || isSameLoopback(origin, publicUrl));
}

/** One port of this machine has one server behind it, whichever of its names it is called by. */
function isSameLoopback(origin: string, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(publicUrl)];
  const isNear = isLoopback(theirs.hostname) && isLoopback(ours.hostname);
  return isNear && theirs.protocol === ours.protocol && theirs.port === ours.port;
}
