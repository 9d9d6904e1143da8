import type { z } from "zod";
import { keyContext } from "@/lib/auth/api-key";
import type { UseCase } from "@/lib/usecases/use-case";
import { endpoint, type RouteOptions } from "./endpoint";

/** An endpoint of the public API: who asks, by key (api.md, section 2). */
export function route<Input extends z.ZodType, Output>(useCase: UseCase<Input, Output>, options: RouteOptions = {}) {
  return endpoint(keyContext, useCase, options);
}
