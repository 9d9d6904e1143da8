import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/app-error";
import type { Env } from "@/lib/env";

const FILE = "auth-secret";
const SHORTEST = 32;

/**
 * What cookies and cursors are sealed with: `AUTH_SECRET`, or one made at first start and kept beside the database,
 * readable by nobody else. Several machines need the same one: set it there.
 */
export function authSecret({ AUTH_SECRET, DATABASE_URL }: Pick<Env, "AUTH_SECRET" | "DATABASE_URL">): string {
  if (AUTH_SECRET) return AUTH_SECRET;
  const file = path.join(dataFolder(DATABASE_URL), FILE);
  try {
    return read(file) ?? make(file);
  } catch (cause) {
    throw new AppError("internal", `AUTH_SECRET is not set and ${file} cannot be used: ${reason(cause)}.`, { cause });
  }
}

function dataFolder(databaseUrl: string): string {
  return databaseUrl.startsWith("file:") ? path.dirname(databaseUrl.slice("file:".length)) : "data";
}

function read(file: string): string | undefined {
  try {
    const secret = readFileSync(file, "utf8").trim();
    if (secret.length < SHORTEST) throw new Error(`it has fewer than ${SHORTEST} characters; remove it`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and then linked to its name: who starts at the same time finds all of it, or makes it. */
function make(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const secret = randomBytes(33).toString("base64url");
  writeFileSync(fresh, `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(fresh, file);
    return secret;
  } catch (error) {
    const others = (error as NodeJS.ErrnoException).code === "EEXIST" ? read(file) : undefined;
    if (others === undefined) throw error;
    return others;
  } finally {
    rmSync(fresh, { force: true });
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
