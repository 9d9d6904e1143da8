import type { z } from "zod";
import type { Scope } from "@/lib/core/scope";
import type { UseCase } from "@/lib/usecases/use-case";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One endpoint as it is described; what it takes is the use case's own schema. */
export interface Operation {
  method: Method;
  /** Below /api/v1, with `{id}` for what a path holds. */
  path: string;
  // biome-ignore lint/suspicious/noExplicitAny: any use case at all; only its input is read.
  useCase: UseCase<any, unknown>;
  /** What it is listed under. */
  tag: string;
  /** A few words, as a heading. */
  summary: string;
  /** What to know besides. */
  details?: string;
  /** null where any key will do. */
  scope: Scope | null;
  /** Of a success; 200 unless said, 204 without an answer. */
  status?: number;
  /** What a success answers; null for nothing. */
  answer: z.ZodType | null;
  /** Which field of the input a part of the path is, where they differ. */
  params?: Readonly<Record<string, string>>;
  /** A body that runs as it stands, where there is one. */
  example?: unknown;
  /** Parts of the path in the example. */
  at?: Readonly<Record<string, string>>;
  /** Further media types that the same address takes, each with its schema. */
  also?: Readonly<Record<string, z.ZodType>>;
}
