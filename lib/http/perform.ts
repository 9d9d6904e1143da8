import type { z } from "zod";
import type { Context } from "@/lib/usecases/context";
import type { UseCase } from "@/lib/usecases/use-case";
import { parse } from "./endpoint";

/** One use case, as every adapter runs it: takes the input or throws a 422, asks who may, does it. */
export async function perform<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  ctx: Context,
  input: unknown,
): Promise<Output> {
  const parsed = parse(useCase.input, input);
  useCase.may(ctx, parsed);
  return useCase.run(ctx, parsed);
}
