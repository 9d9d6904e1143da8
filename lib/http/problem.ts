import type { core, ZodError } from "zod";
import { ERROR_CODES, type ErrorCode, type FieldError, isAppError } from "@/lib/app-error";
import { pointer } from "@/lib/core/pointer";
import { issueDetail, unknownField } from "./issue-words";
import { PRIVATE } from "./reply";

/**
 * A fault as RFC 9457 `application/problem+json` (C2). `type` is `/problems/<code>` on this host; `errors` is there for
 * 422 and wherever a place in the body is known. What is not an `AppError` becomes a 500 that tells nothing of it (S26).
 */
export function problem(error: unknown, { requestId, instance }: { requestId: string; instance?: string }): Response {
  const known = isAppError(error) ? error : undefined;
  const code = known?.code ?? "internal";
  const { status, title } = KINDS[code];
  const errors = known?.errors ?? (status === 422 ? [] : undefined);
  const detail =
    known?.detail ?? "Something went wrong on our side. Try again, and name the request id if you report it.";
  const type = `/problems/${code.replaceAll("_", "-")}`;
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    ...PRIVATE,
  };
  if (status === 401) headers["www-authenticate"] = "Bearer";
  if (status === 429 || status === 503)
    headers["retry-after"] = String(Math.max(1, Math.ceil(known?.retryAfterSeconds ?? 1)));
  // The rest of such a body is left unread: without this, the server would take it in to reuse the connection (F32).
  if (status === 413 || status === 415) headers.connection = "close";
  const body = { type, title, status, detail, instance, request_id: requestId, errors };
  return new Response(JSON.stringify(body), { status, headers });
}

/** What a schema refused, each fault with the pointer to it and how to mend it; the first 100. */
export function fieldErrors(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => unfold(issue, [])).slice(0, 100);
}

function unfold(issue: core.$ZodIssue, base: readonly PropertyKey[]): FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ pointer: pointer([...path, key]), detail: unknownField(key) }));
  }
  if (issue.code === "invalid_union") {
    const branch = bestBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => unfold(inner, path));
  }
  const position = issue.code === "custom" ? issue.params?.position : undefined;
  return [{ pointer: pointer(path), detail: issueDetail(issue), ...(position !== undefined && { position }) }];
}

/** The branch that was meant: the one with the least wrong. None if two are as near: then the union speaks for itself. */
function bestBranch(branches: readonly core.$ZodIssue[][]): core.$ZodIssue[] | undefined {
  const [best, next] = branches.map((issues) => ({ issues, far: distance(issues) })).sort((a, b) => a.far - b.far);
  return best && best.far < FOREIGN && best.far < (next?.far ?? FOREIGN) ? best.issues : undefined;
}

/** A wrong value in the right place is near; a key missing or unknown is further; a value of another kind is foreign. */
function distance(issues: readonly core.$ZodIssue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + 2 * issue.keys.length;
    if (issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value"))
      return sum + FOREIGN;
    return sum + (issue.code === "invalid_type" && issue.message.endsWith("received undefined") ? 3 : 1);
  }, 0);
}

const FOREIGN = 1000;

/** The kind of problem that a `type` address names, for the page at that address; undefined when there is none. */
export function problemKind(slug: string): { status: number; title: string; mend: string } | undefined {
  const code = ERROR_CODES.find((one) => one.replaceAll("_", "-") === slug);
  return code && KINDS[code];
}

const KINDS: Readonly<Record<ErrorCode, { status: number; title: string; mend: string }>> = {
  bad_request: {
    status: 400,
    title: "Request not understood",
    mend: "Send well-formed JSON; detail says where it breaks.",
  },
  unauthorized: {
    status: 401,
    title: "Not signed in",
    mend: "Send Authorization: Bearer with a key that is in force.",
  },
  forbidden: { status: 403, title: "Not allowed", mend: "Use a key that carries the scope that detail names." },
  not_found: {
    status: 404,
    title: "Not found",
    mend: "Check the address and the id; what belongs to others is not found either.",
  },
  method_not_allowed: { status: 405, title: "Method not allowed", mend: "Use a method that this address knows." },
  conflict: {
    status: 409,
    title: "Conflict",
    mend: "Something stands in the way: detail says what. Change the request, or wait and retry.",
  },
  precondition_failed: {
    status: 412,
    title: "Changed meanwhile",
    mend: "Read the current state, and send your change with its ETag.",
  },
  too_large: { status: 413, title: "Too large", mend: "Send less at once: 256 KiB an event, 5 MiB a batch." },
  unsupported_media_type: {
    status: 415,
    title: "Media type not supported",
    mend: "Send Content-Type: application/json, uncompressed, in UTF-8.",
  },
  unprocessable: {
    status: 422,
    title: "Some fields cannot be accepted",
    mend: "Each entry of errors points at a field and says how to mend it.",
  },
  too_many_requests: { status: 429, title: "Too many requests", mend: "Wait for as long as Retry-After says." },
  internal: {
    status: 500,
    title: "Internal error",
    mend: "It is our fault. Retry with the same Idempotency-Key, and report the request_id.",
  },
  unavailable: {
    status: 503,
    title: "Not available now",
    mend: "Nothing was stored. Retry after Retry-After, with the same Idempotency-Key.",
  },
};
