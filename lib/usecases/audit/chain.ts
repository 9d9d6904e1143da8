import { createHash } from "node:crypto";
import type { AuditRow } from "@/db/queries/audit";

/** Of an entry and all before it: changing or removing any one of them breaks every later hash. */
export function auditHash(entry: Omit<AuditRow, "hash">): string {
  return createHash("sha256").update(canonical(entry)).digest("hex");
}

/** The number of the first entry that is not as it was written; undefined when the chain holds. Entries in order. */
export function firstBrokenEntry(entries: readonly AuditRow[]): number | undefined {
  let previousHash = "";
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (entry.number !== index + 1 || entry.previousHash !== previousHash || auditHash(entry) !== hash) {
      return index + 1;
    }
    previousHash = hash;
  }
  return undefined;
}

// Keys in order at every depth: PostgreSQL's jsonb gives them back in an order of its own.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
