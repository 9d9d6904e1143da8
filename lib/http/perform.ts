import type { z } from "zod";
import type { Context } from "@/lib/usecases/context";
import type { UseCase } from "@/lib/usecases/use-case";
import { parseInput } from "./parse-input";

/** One use case, as every adapter runs it: asks who may, takes the input or throws a 422, does it (S3). */
export async function perform<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  ctx: Context,
  input: unknown,
): Promise<Output> {
  useCase.may(ctx, Object(input));
  return useCase.run(ctx, parseInput(useCase.input, input));
}
