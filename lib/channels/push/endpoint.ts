import { isLoopback } from "@/lib/loopback";

/** Where browsers have their pushes delivered. A dot in front: any host below it, and not itself (S11). */
const SERVICES = ["fcm.googleapis.com", "updates.push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

/**
 * Why nothing is sent to an endpoint, as a sentence; null for one of the push services that are known. Only the address
 * as a browser writes it: another notation of the same host is nobody's. `allowPrivate` lets tests reach loopback.
 */
export function endpointObjection(endpoint: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(endpoint)) return UNKNOWN;
  const { href, protocol, hostname, port, username, password } = new URL(endpoint);
  if (href !== endpoint) return UNKNOWN;
  if (allowPrivate && isLoopback(hostname)) return null;
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return UNKNOWN;
  return SERVICES.some((service) => isOf(hostname, service)) ? null : UNKNOWN;
}

const UNKNOWN = "This browser's push service is not one that Belfry knows.";

function isOf(hostname: string, service: string): boolean {
  return service.startsWith(".") ? hostname.endsWith(service) : hostname === service;
}
