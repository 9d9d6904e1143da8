import type { BellFeed, BellTab } from "@/lib/core/feed-item";

/** A question that hangs would hold back every later one; milliseconds. */
const PATIENCE = 10_000;

export type FeedAnswer = { feed: BellFeed | null; etag: string | null } | { detail: string };

/** `GET /api/bell?tab=`; `feed` is null when it is still what `etag` names. Never throws: a failure says why. */
export async function fetchFeed(tab: BellTab, etag: string | null): Promise<FeedAnswer> {
  try {
    const headers = new Headers({ accept: "application/json" });
    if (etag) headers.set("if-none-match", etag);
    const response = await fetch(`/api/bell?tab=${tab}`, {
      headers,
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 304) return { feed: null, etag };
    if (!response.ok) return { detail: await reason(response) };
    return { feed: (await response.json()) as BellFeed, etag: response.headers.get("etag") };
  } catch {
    return { detail: "Belfry did not answer. Check your connection." };
  }
}

async function reason(response: Response): Promise<string> {
  if (response.status === 401) return "You are signed out. Sign in to see your notifications.";
  const problem: unknown = await response.json().catch(() => null);
  const detail = problem && typeof problem === "object" && "detail" in problem ? problem.detail : null;
  return typeof detail === "string" ? detail : `Belfry could not answer (${response.status}).`;
}
