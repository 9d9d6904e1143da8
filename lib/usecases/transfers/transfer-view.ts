import type { ExportRow } from "@/db/queries/exports";
import type { ImportRow } from "@/db/queries/imports";
import type { ExportView, ImportView } from "@/lib/core/transfer";

export function importView(row: ImportRow): ImportView {
  const { id, fileName, fault, rows, faulty, fresh, done, created, updated, refused, createdAt } = row;
  return {
    id,
    fileName,
    fault,
    rows,
    faulty,
    fresh,
    done,
    created,
    updated,
    refused,
    state: stateOfImport(row),
    createdAt: createdAt.toISOString(),
  };
}

function stateOfImport({ endedAt, stoppedAt, startedAt, fault }: ImportRow): ImportView["state"] {
  if (!endedAt) return startedAt ? "running" : "checked";
  if (stoppedAt) return "stopped";
  return fault === null ? "done" : "failed";
}

export function exportView(row: ExportRow, now: Date): ExportView {
  const { id, fileName, fault, total, rows, bytes, createdAt, expiresAt } = row;
  return {
    id,
    fileName,
    fault,
    total,
    rows,
    bytes,
    state: stateOf(row, now),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

function stateOf({ endedAt, expiresAt }: ExportRow, now: Date): ExportView["state"] {
  if (!endedAt) return "running";
  if (!expiresAt) return "failed";
  return expiresAt > now ? "ready" : "gone";
}
