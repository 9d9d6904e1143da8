/** What can go wrong for a caller. Closed: `lib/http` turns each into a status, a title and a problem type (C2). */
export const ERROR_CODES = [
  "bad_request",
  "unauthorized",
  "forbidden",
  "not_found",
  "method_not_allowed",
  "conflict",
  "precondition_failed",
  "too_large",
  "unsupported_media_type",
  "unprocessable",
  "too_many_requests",
  "internal",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault in the body: `pointer` is a JSON Pointer (RFC 6901), `detail` says what is wrong and how to mend it. */
export interface FieldError {
  pointer: string;
  detail: string;
  /** Of a fault within a text, such as a template: characters from its start. */
  position?: number;
}

interface Extra {
  errors?: FieldError[];
  /** Whole seconds, for `too_many_requests` and `unavailable`. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** A fault that the caller is told about. `detail` is shown as it stands: plain words, no secrets, nothing of the inside. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors?: FieldError[];
  readonly retryAfterSeconds?: number;

  constructor(code: ErrorCode, detail: string, extra: Extra = {}) {
    super(detail, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = "AppError";
    this.code = code;
    this.detail = detail;
    this.errors = extra.errors;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}

/** True for an `AppError` of any bundle. */
// Not by instanceof: the server and the pages are bundled apart, so the class exists twice in one process.
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && ERROR_CODES.includes((error as AppError).code);
}
