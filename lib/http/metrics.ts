import { keyContext } from "@/lib/auth/api-key";
import { clientAddress } from "@/lib/auth/client-address";
import { metrics } from "@/lib/health/metrics";
import { runtime } from "@/lib/runtime";
import { refuse } from "./refuse";
import { PRIVATE } from "./reply";
import { requestIdOf } from "./request-id";

/** `GET /api/metrics` in Prometheus' text: for who has a key, or asks on this very machine (C11). */
export async function getMetrics(request: Request): Promise<Response> {
  try {
    if (!isHere(request)) await keyContext(request, runtime());
    const headers = { "content-type": "text/plain; version=0.0.4; charset=utf-8", ...PRIVATE };
    return new Response(await metrics(runtime()), { headers });
  } catch (error) {
    return refuse(error, requestIdOf(request.headers));
  }
}

/** On loopback, and not by a proxy there that speaks for somebody else: Next notes who called, proxies for whom. */
function isHere({ headers }: Request): boolean {
  if (headers.has("forwarded")) return false;
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  return [clientAddress(headers), ...forwarded].every((address) => LOOPBACK.test(address.trim()));
}

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
