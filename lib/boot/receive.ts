import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { closeSlowly } from "@/lib/http/close-slowly";
import { countRequest } from "@/lib/meter";
import type { Hub } from "@/lib/realtime/embedded/hub";
import type { Runtime } from "@/lib/runtime";
import { hotRoute, pathOf } from "./hot-routes";

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Takes a request to the hub, a hot route or Next; gives it an id, and writes one log line when it is answered. */
export function receive({ env, log }: Runtime, toNext: Handle, hub: Hub | null): RequestListener {
  const logs = log.isLevelEnabled("info");
  // Nothing in these lines is secret, and to look for it would cost more than to write them.
  const answered = log.child({}, { redact: [] });
  return (request, response) => {
    if (hub?.handleRequest(request, response)) return;
    countRequest(response);
    const { method } = request;
    const id = requestId(request.headers["x-request-id"]);
    stamp(request, "x-request-id", id);
    stamp(request, "x-belfry-address", clientAddress(request, env.TRUSTED_HOPS));
    const path = pathOf(request.url);
    if (logs && !path.startsWith("/_next/")) {
      const start = performance.now();
      response.once("close", () => {
        const ms = Math.round((performance.now() - start) * 10) / 10;
        answered.info({ request_id: id, method, path: loggable(path), status: response.statusCode, ms }, "request");
      });
    }
    closeSlowly(request, response);
    const hot = hotRoute(method, request.url);
    if (hot) hot(request, response);
    else toNext(request, response);
  };
}

/** Without the token of a mail's link, which is a key to somebody's preferences (S25). */
function loggable(path: string): string {
  return path.replace(/^(\/unsubscribe\/)[^/]+/, "$1…");
}

/** Says something of our own in a header, in both forms that Node keeps; what the caller said there is gone. */
function stamp({ headers, rawHeaders }: IncomingMessage, name: string, value: string): void {
  if (name in headers) {
    for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
      if (rawHeaders[at]?.toLowerCase() === name) rawHeaders.splice(at, 2);
    }
  }
  headers[name] = value;
  rawHeaders.push(name, value);
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

/** Of the caller, counted from the end of `X-Forwarded-For` by the proxies that are ours: the rest is hearsay (S15). */
function clientAddress({ headers, socket }: IncomingMessage, trustedHops: number): string {
  const forwarded = String(headers["x-forwarded-for"] ?? "").split(",");
  const told = trustedHops > 0 ? forwarded.at(-trustedHops)?.trim() : undefined;
  return told || socket.remoteAddress || "";
}
