import { AppError, type ErrorCode } from "@/lib/app-error";

/** A fault of the body as a whole: the pointer "" names all of it (RFC 6901). */
export function bodyFault(code: ErrorCode, detail: string, cause?: unknown): AppError {
  return new AppError(code, detail, { errors: [{ pointer: "", detail }], cause });
}
