import { AppError } from "@/lib/app-error";
import { bodyFault } from "./body-fault";
import { type JsonLimits, parseStrictJson } from "./strict-json";

export interface BodyOptions {
  /** Bytes of the body, at most. */
  maxBytes: number;
  /** Accepted media types, in small letters; `application/json` by default. */
  mediaTypes?: readonly string[];
}

/**
 * The JSON of a request, nothing of it replaced, rounded or cut off (F31 to F33, findings 5 and 6). The root is an
 * object unless `root` says otherwise. Faults: those of `readText` and `parseStrictJson`.
 */
export async function readJson(request: Request, options: BodyOptions & JsonLimits): Promise<unknown> {
  return parseStrictJson(await readText(request, options), { root: "object", ...options });
}

/**
 * The body as it was sent, for who needs the text too (a fingerprint, a row). Faults: `unsupported_media_type`
 * (media type, charset, content encoding), `too_large`, `bad_request` (empty, not UTF-8, connection lost).
 */
export async function readText(request: Request, options: BodyOptions): Promise<string> {
  const { headers } = request;
  checkType(headers.get("content-type"), options.mediaTypes ?? ["application/json"]);
  checkEncoding(headers.get("content-encoding"));
  const bytes = await readBytes(request, options.maxBytes);
  if (bytes.length === 0) throw bodyFault("bad_request", "The request has no body. Send JSON.");
  return decode(bytes);
}

function checkType(header: string | null, allowed: readonly string[]): void {
  if (header !== null && allowed.includes(header)) return;
  const [type = "", ...parameters] = (header ?? "").toLowerCase().split(";");
  if (!allowed.includes(type.trim())) {
    throw bodyFault("unsupported_media_type", `Send the body with Content-Type: ${allowed.join(" or ")}.`);
  }
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=");
    if (name.trim() === "charset" && !/^\s*("utf-8"|utf-8)\s*$/.test(value)) {
      throw bodyFault("unsupported_media_type", "JSON is sent in UTF-8: leave the charset out.");
    }
  }
}

function checkEncoding(header: string | null): void {
  if (header === null || header.trim().toLowerCase() === "identity") return;
  throw bodyFault("unsupported_media_type", "Send the body uncompressed, without Content-Encoding.");
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const length = request.headers.get("content-length");
  const known = length !== null && /^\d+$/.test(length);
  if (known && Number(length) > maxBytes) throw tooLarge(maxBytes);
  try {
    // With a length that fits, the HTTP parser ends the body there, and arrayBuffer() is the quickest way to it.
    const bytes = known ? new Uint8Array(await request.arrayBuffer()) : await drain(request.body, maxBytes);
    if (bytes.length > maxBytes) throw tooLarge(maxBytes);
    return bytes;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw bodyFault("bad_request", "The connection ended before the whole body had arrived. Send it again.", cause);
  }
}

/** Counts while it reads and stops at the first chunk too many: a body is never cut short and taken (F32). */
async function drain(body: Request["body"], maxBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (true) {
    const { done, value } = await reader.read();
    if (done) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) {
      // Not awaited: the answer must not wait for a sender that ignores us.
      reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
}

function tooLarge(maxBytes: number): AppError {
  const limit = maxBytes % 1024 === 0 ? `${maxBytes / 1024} KiB` : `${maxBytes} bytes`;
  return bodyFault("too_large", `The body is larger than ${limit}. Send less at once.`);
}

// The byte order mark is kept, so that the parser refuses it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw bodyFault("bad_request", "The body is not valid UTF-8. Encode it again as UTF-8.");
  }
}
