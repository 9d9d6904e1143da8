import { createHash } from "node:crypto";
import type { AuditRow } from "@/db/queries/audit";

/** Of an entry and all before it: changing or removing any one of them breaks every later hash. */
export function auditHash(entry: Omit<AuditRow, "hash">): string {
  return createHash("sha256").update(canonical(entry)).digest("hex");
}

/** Before the first entry. */
export const CHAIN_START: Pick<AuditRow, "number" | "hash"> = { number: 0, hash: "" };

/**
 * The number of the first entry that is not as it was written; undefined when the chain holds. Entries in order, from the
 * one that follows `after`.
 */
export function firstBrokenEntry(entries: readonly AuditRow[], after = CHAIN_START): number | undefined {
  let previous = after;
  for (const { hash, ...entry } of entries) {
    const number = previous.number + 1;
    if (entry.number !== number || entry.previousHash !== previous.hash || auditHash(entry) !== hash) return number;
    previous = { number, hash };
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
