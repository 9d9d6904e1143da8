import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { GET as getBell } from "@/app/api/bell/route";
import { POST as letListen } from "@/app/api/realtime/auth/route";
import { POST as postBatch } from "@/app/api/v1/events/batch/route";
import { POST as postEvent } from "@/app/api/v1/events/route";
import { GET as getFeed } from "@/app/api/v1/users/[id]/notifications/route";
import { AppError } from "@/lib/app-error";
import { refuse } from "@/lib/http/refuse";
import { requestIdOf } from "@/lib/http/request-id";
import { mount } from "./mount";
import { METHODS, refuseMethod } from "./refuse-method";

const NOT_WELL_FORMED = "The path of this address is not well-formed: after % come two hexadecimal digits, of UTF-8.";

const POSTS: Readonly<Record<string, RequestListener>> = {
  "/api/v1/events": mount(postEvent),
  "/api/v1/events/batch": mount(postBatch),
  "/api/realtime/auth": getRequestListener(letListen, { overrideGlobalObjects: false }),
};

// Every open tab asks for these when the hub was away, and all of them within seconds (F37).
const GETS: Readonly<Record<string, RequestListener>> = {
  "/api/bell": mount(getBell, { packed: true }),
};

// Only ids as they stand: those with escapes go by Next, which knows what to make of them.
const FEED = /^\/api\/v1\/users\/([^/%?#]+)\/notifications(?:\?|$)/;
const feed = mount(getFeed, { paramsOf: (url) => ({ id: FEED.exec(url)?.[1] }) });

// Next would answer by a 500 wherever a part of the path is a name.
const refuseAddress = getRequestListener(
  ({ headers }) => refuse(new AppError("bad_request", NOT_WELL_FORMED), requestIdOf(headers)),
  { overrideGlobalObjects: false },
);

/** The hot routes, mounted beside their files: they skip Next, which costs more than what they do; and what Next cannot refuse well. */
export function hotRoute(method = "", url = ""): RequestListener | undefined {
  if (!METHODS.has(method)) return refuseMethod;
  if (!isWellFormed(url)) return refuseAddress;
  if (method === "POST") return POSTS[pathOf(url)];
  if (method !== "GET") return undefined;
  return FEED.test(url) ? feed : GETS[pathOf(url)];
}

function isWellFormed(url: string): boolean {
  const path = pathOf(url);
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The path of a request's URL, without its query. */
export function pathOf(url = ""): string {
  const query = url.indexOf("?");
  return query === -1 ? url : url.slice(0, query);
}
