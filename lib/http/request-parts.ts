import { hash } from "node:crypto";
import { AppError } from "@/lib/app-error";
import type { Context } from "@/lib/usecases/context";
import { readText } from "./body";
import { entityTag, namesTag } from "./entity-tag";
import { type JsonLimits, parseStrictJson } from "./strict-json";

/** What a body may be. */
export interface BodyRules {
  /** Bytes, at most; 256 KiB by default. */
  maxBytes?: number;
  limits?: JsonLimits;
  /** JSON by default. */
  mediaTypes?: readonly string[];
  /** It is no JSON: its text is the field `text` of the input. */
  text?: true;
}

const MAX_BYTES = 256 * 1024;
/** Beside plain JSON: a PATCH says what differs, and null resets, as a merge patch does (RFC 7396). */
const MEDIA_TYPES: Readonly<Record<string, readonly string[]>> = {
  PATCH: ["application/json", "application/merge-patch+json"],
};

/** The body as data and as it came; `{}` where the method has none. */
export async function readBody(request: Request, rules: BodyRules) {
  const { maxBytes = MAX_BYTES, mediaTypes, limits } = rules;
  // A POST that says nothing needs no content type (api.md, section 4).
  if (!hasBody(request.method) || (request.method === "POST" && isEmpty(request))) return { body: {}, text: "" };
  const text = await readText(request, { maxBytes, mediaTypes: mediaTypes ?? MEDIA_TYPES[request.method] });
  return { body: rules.text ? { text } : parseStrictJson(text, { root: "object", ...limits }), text };
}

function isEmpty({ headers }: Request): boolean {
  return headers.get("content-length") === "0" || (!headers.has("content-length") && !headers.has("transfer-encoding"));
}

/** The parts of the path, by the field of the input that each is. */
export function pathOf(
  params: Record<string, unknown>,
  names: Readonly<Record<string, string>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!/^\P{Cc}{1,128}$/u.test(String(value))) {
        throw new AppError(
          "bad_request",
          "An id in an address has 1 to 128 characters, none of them a control character.",
        );
      }
      return [names[name] ?? name, value];
    }),
  );
}

/** The fields of the query. Throws `bad_request` where the method has a body: then all fields come in it. */
export function queryOf({ url, method }: Request): Record<string, string> {
  if (!url.includes("?")) return {};
  const query = Object.fromEntries(new URL(url).searchParams);
  // Else what is sent again under an Idempotency-Key, which tells bodies apart, could differ.
  if (hasBody(method) && Object.keys(query).length > 0) {
    throw new AppError("bad_request", "This address takes no query. Send its fields in the body.");
  }
  return query;
}

function hasBody(method: string): boolean {
  return method === "POST" || method === "PUT" || method === "PATCH";
}

/** C3: what tells this post from every other, when it came with a key. */
export function idempotencyOf(request: Request, text: string): Context["idempotency"] {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (key.length === 0 || key.length > 255) {
    throw new AppError("bad_request", "An Idempotency-Key has 1 to 255 characters.");
  }
  return {
    route: `POST ${pathnameOf(request.url)}`,
    key,
    fingerprint: hash("sha256", text, "base64url"),
  };
}

/** Of an absolute address that was parsed before. */
function pathnameOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.indexOf("?", start);
  return end === -1 ? url.slice(start) : url.slice(start, end);
}

/** What is read must be what the caller knows; compared within the transaction that then changes it (C7). */
export function preconditionOf({ headers }: Request): Context["precondition"] {
  const wanted = headers.get("if-match");
  if (wanted === null) return undefined;
  return (current) => {
    // What is not there has no tag, and `*` does not name it (RFC 9110).
    if (current !== undefined && namesTag(wanted, entityTag(JSON.stringify(current)), { weak: false })) return;
    throw new AppError("precondition_failed", "This was changed meanwhile. Read it again, and send your change anew.");
  };
}
