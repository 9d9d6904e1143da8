import type { z } from "zod";
import { Problem } from "./answers";
import { OPERATIONS } from "./operations";

/** What the document says is answered to `method` at `path` with `status`; undefined where it is silent. */
export function declaredAnswer(method: string, path: string, status: number): z.ZodType | null | undefined {
  if (status >= 400) return Problem;
  const operation = OPERATIONS.find((one) => one.method === method && patternOf(one.path).test(path));
  if (!operation || status === 304) return undefined;
  return status === (operation.answer ? (operation.status ?? 200) : 204) ? operation.answer : undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  const known = patterns.get(path) ?? new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  patterns.set(path, known);
  return known;
}
