import { AppError } from "@/lib/app-error";
import { passwordFault } from "@/lib/auth/password-rules";

/** Throws a 422 at `/password` when it will not do for this person (S16). */
export function needGoodPassword(password: string, about: readonly string[]): void {
  const detail = passwordFault(password, about);
  if (detail) throw new AppError("unprocessable", detail, { errors: [{ pointer: "/password", detail }] });
}
