import { headers } from "next/headers";
import type { z } from "zod";
import { AppError, type FieldError, isAppError } from "@/lib/app-error";
import { userContext } from "@/lib/auth/context";
import { runtime } from "@/lib/runtime";
import type { UseCase } from "@/lib/usecases/use-case";
import { isOwnOrigin } from "./origin";
import { perform } from "./perform";
import { requestIdOf } from "./request-id";

/** A server action's answer. `detail` is for who asked; `requestId` finds the line in the log. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; detail: string; errors?: FieldError[]; requestId: string };

/** A server action over one use case: who asks, by cookie and from our own pages only (S6); what; and the answer. */
export function action<Input extends z.ZodType, Output>(useCase: UseCase<Input, Output>) {
  return (input: z.input<Input>): Promise<ActionResult<Output>> =>
    answered(async () => {
      const ctx = await userContext();
      if (!ctx) throw new AppError("unauthorized", "You are signed out. Sign in again.");
      return perform(useCase, ctx, input);
    });
}

/** Runs `work` for one of our own pages and turns faults into words. For what needs no sign-in, such as signing in. */
export async function answered<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  const given = await headers();
  const requestId = requestIdOf(given);
  try {
    if (!isOwnOrigin(given, runtime().publicUrl)) {
      throw new AppError("forbidden", "This did not come from a page of Belfry. Open Belfry and try again.");
    }
    return { ok: true, value: await work() };
  } catch (error) {
    const known = isAppError(error) ? error : undefined;
    if (!known || known.cause !== undefined)
      runtime().log.error({ err: error, request_id: requestId }, "action failed");
    const detail = known?.detail ?? `That did not work, and it is our fault. Try again. Request ${requestId}.`;
    return { ok: false, detail, errors: known?.errors, requestId };
  }
}
