import { keptItems } from "./kept-items";
import { offlinePage } from "./offline-page";
import type { FetchEvent } from "./scope";

/** A page from the network, and where there is none, what was kept. */
export async function answerNavigation({ request, preloadResponse }: FetchEvent): Promise<Response> {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch {
    return new Response(offlinePage(await keptItems()), { status: 503, headers: HEADERS });
  }
}

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'",
  "cache-control": "no-store",
};
