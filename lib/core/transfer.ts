import type { ImportFault } from "./people-file";
import type { Role } from "./role";

/** A row that stays out; `row` as a spreadsheet counts. */
export interface FaultyRow {
  row: number;
  faults: readonly ImportFault[];
}

/** Which people a file is of; what is absent lets everybody through. */
export interface PeopleSelection {
  search?: string;
  role?: Role;
  status?: "active" | "inactive";
  /** Id of a group. */
  group?: string;
}

interface JobView {
  id: string;
  fileName: string;
  /** RFC 3339, UTC. */
  createdAt: string;
  /** Why it failed, in words. */
  fault: string | null;
}

export interface ImportView extends JobView {
  state: "checked" | "running" | "stopped" | "done" | "failed";
  rows: number;
  faulty: number;
  fresh: number;
  done: number;
  created: number;
  updated: number;
  refused: number;
}

export interface ExportView extends JobView {
  state: "running" | "ready" | "gone" | "failed";
  total: number;
  rows: number;
  bytes: number;
  expiresAt: string | null;
}

/** What was brought in and taken out lately by one person, and what reports an export (R82). */
export interface TransfersView {
  imports: ImportView[];
  exports: ExportView[];
  /** Null: no export is. */
  largeExportRows: number | null;
}
