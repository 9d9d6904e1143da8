import type { z } from "zod";
import { isAppError } from "@/lib/app-error";
import type { Context } from "@/lib/usecases/context";
import type { UseCase } from "@/lib/usecases/use-case";
import { parse } from "./endpoint";

/** One use case, as every adapter runs it: asks who may, takes the input or throws a 422, does it. */
export async function perform<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  ctx: Context,
  input: unknown,
): Promise<Output> {
  const parsed = parsedFor(useCase, ctx, input);
  useCase.may(ctx, parsed);
  return useCase.run(ctx, parsed);
}

/** Who may not is told that, and nothing of what is wrong with the input: it would say that there is something (S3). */
function parsedFor<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  ctx: Context,
  input: unknown,
): z.output<Input> {
  try {
    return parse(useCase.input, input);
  } catch (fault) {
    if (isAppError(fault)) useCase.may(ctx, Object(input));
    throw fault;
  }
}
