import type { RequestListener } from "node:http";
import { POST as postBatch } from "@/app/api/v1/events/batch/route";
import { POST as postEvent } from "@/app/api/v1/events/route";
import { GET as getFeed } from "@/app/api/v1/users/[id]/notifications/route";
import { mount } from "./mount";

const POSTS: Readonly<Record<string, RequestListener>> = {
  "/api/v1/events": mount(postEvent),
  "/api/v1/events/batch": mount(postBatch),
};

// Only ids as they stand: those with escapes go by Next, which knows what to make of them.
const FEED = /^\/api\/v1\/users\/([^/%?#]+)\/notifications(?:\?|$)/;
const feed = mount(getFeed, (url) => ({ id: FEED.exec(url)?.[1] }));

/** The hot routes, mounted beside their files: they skip Next, which costs more than what they do. */
export function hotRoute(method = "", url = ""): RequestListener | undefined {
  if (method === "POST") return POSTS[pathOf(url)];
  return method === "GET" && FEED.test(url) ? feed : undefined;
}

export function pathOf(url = ""): string {
  const query = url.indexOf("?");
  return query === -1 ? url : url.slice(0, query);
}
