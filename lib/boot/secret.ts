import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/app-error";
import type { Env } from "@/lib/env";
import { dataFile, keptFile } from "./kept-file";

const SHORTEST = 32;

/**
 * What cookies and cursors are sealed with: `AUTH_SECRET`, or one made at first start and kept beside the database,
 * readable by nobody else. Several machines need the same one: set it there.
 */
export function authSecret({ AUTH_SECRET, DATABASE_URL }: Pick<Env, "AUTH_SECRET" | "DATABASE_URL">): string {
  if (AUTH_SECRET) return AUTH_SECRET;
  const file = dataFile(DATABASE_URL, "auth-secret");
  try {
    return keptFile(file, () => randomBytes(33).toString("base64url"), checkLength);
  } catch (cause) {
    throw new AppError("internal", `AUTH_SECRET is not set and ${file} cannot be used: ${reason(cause)}.`, { cause });
  }
}

function checkLength(secret: string): void {
  if (secret.length < SHORTEST) throw new Error(`it has fewer than ${SHORTEST} characters; remove it`);
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
