import type { IncomingMessage, ServerResponse } from "node:http";
import type { Limits } from "./limits";
import { type Publication, readPublications } from "./publications";
import { readBody } from "./read-body";
import { type Credentials, isBodyOf, isSignedQuery } from "./signature";

export interface HttpApi {
  appId: string;
  credentials: Credentials;
  limits: Limits;
  now: () => number;
  publish(publication: Publication): void;
}

type Answer = { status: number; body: object };

/**
 * The HTTP API that the official `pusher` server SDK speaks: `POST /apps/<id>/events` and `/batch_events`.
 * True when the request was for this app; then it is answered here. Nothing unsigned is read.
 */
export function answerPublisher(api: HttpApi, req: IncomingMessage, res: ServerResponse): boolean {
  const base = `/apps/${api.appId}/`;
  if (!req.url?.startsWith(base)) return false;
  const [path = "", search = ""] = req.url.split("?", 2);
  // As a record, so that what was signed and what is used cannot be two values of one name.
  const query = Object.fromEntries(new URLSearchParams(search));
  decide(api, req, { path, suffix: path.slice(base.length - 1), query }).then(
    (answer) => reply(res, answer),
    // The publisher hung up before its body ended.
    () => res.destroy(),
  );
  return true;
}

async function decide(
  api: HttpApi,
  req: IncomingMessage,
  { path, suffix, query }: { path: string; suffix: string; query: Record<string, string> },
): Promise<Answer> {
  const time = { nowSeconds: api.now() / 1_000, skewSeconds: api.limits.skewSeconds };
  const request = { method: req.method ?? "", path, query };
  if (!isSignedQuery(api.credentials, request, time)) return refusal(401, "The signature does not fit.");
  if (req.method !== "POST" || (suffix !== "/events" && suffix !== "/batch_events"))
    return refusal(404, "There is nothing here.");

  // Escapes can make a byte of data six bytes of JSON; the names around it take less than one more event.
  const body = await readBody(req, (api.limits.eventsPerBatch + 1) * api.limits.eventBytes * 6);
  if (body === null) return refusal(413, "The body is too large.");
  if (!isBodyOf(query, body)) return refusal(401, "The body is not the one that was signed.");

  const reading = readPublications(suffix, body.toString(), api.limits);
  if (!reading.readable) return refusal(reading.status, reading.error);
  for (const publication of reading.publications) api.publish(publication);
  return { status: 200, body: {} };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function reply(res: ServerResponse, { status, body }: Answer) {
  // A refused body may still be on its way: the connection is not used again.
  if (status !== 200) res.setHeader("connection", "close");
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}
