import { Readable } from "node:stream";
import { type Download, Replay } from "@/lib/usecases/use-case";
import { entityTag, namesTag } from "./entity-tag";
import { PRIVATE, type Reply } from "./reply";

/** `status` is that of a success; `location` the address below which what has an `id` is read. */
interface Answering {
  status?: number;
  location?: string;
  requestId: string;
  request: Request;
}

/**
 * What a use case came to, as an answer: 204 where there is nothing to say, 304 where the asker has it, else JSON with its
 * tag, the address of what was made, or of the next page.
 */
export function answer(result: unknown, { status = 200, location, requestId, request }: Answering): Reply {
  const headers: Record<string, string> = { "x-request-id": requestId, ...PRIVATE };
  if (result === undefined) return { status: 204, headers, body: null };
  headers["content-type"] = "application/json";
  if (result instanceof Replay) {
    headers["idempotent-replayed"] = "true";
    if (location !== undefined) headers.location = `${location}/${JSON.parse(result.body).id}`;
    return { status: result.status, headers, body: result.body || null };
  }
  if (location !== undefined) headers.location = `${location}/${(result as { id: string }).id}`;
  // HEAD answers as GET does, but for the body (RFC 9110), which the server leaves away.
  const reads = request.method === "GET" || request.method === "HEAD";
  const next = reads && (result as { next_cursor?: string | null }).next_cursor;
  if (next) headers.link = nextPage(request.url, next);
  const body = JSON.stringify(result);
  // A PATCH answers what a GET would then: its tag is the one to send with the next change.
  if (reads || request.method === "PATCH") headers.etag = entityTag(body);
  const known = reads ? request.headers.get("if-none-match") : null;
  if (known !== null && namesTag(known, headers.etag ?? "", { weak: true }))
    return { status: 304, headers, body: null };
  return { status, headers, body };
}

/** The same list from the cursor on, for who follows links (RFC 8288, C5). */
function nextPage(address: string, cursor: string): string {
  const { pathname, searchParams } = new URL(address);
  searchParams.set("cursor", cursor);
  return `<${pathname}?${searchParams}>; rel="next"`;
}

/** A file to keep, and not to show. */
export function fileResponse({ fileName, mediaType, parts }: Download, requestId: string): Response {
  const headers = {
    "content-disposition": `attachment; filename="${fileName}"`,
    "content-type": mediaType,
    "x-request-id": requestId,
    ...PRIVATE,
  };
  return new Response(Readable.toWeb(Readable.from(bytesOf(parts))) as ReadableStream<Uint8Array>, { headers });
}

async function* bytesOf(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield Buffer.from(part);
}
