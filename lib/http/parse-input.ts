import type { z } from "zod";
import { AppError } from "@/lib/app-error";
import { fieldErrors } from "./problem";

/** The input as its schema takes it; throws a 422 with a pointer to each fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError("unprocessable", "Some fields cannot be accepted: see errors.", {
    errors: fieldErrors(parsed.error),
  });
}
