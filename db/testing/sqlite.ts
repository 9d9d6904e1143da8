import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** SQLite: a file in a folder that goes with the run. PostgreSQL: the server of the run. */
    databaseUrl: string;
  }
}

/** vitest's global set-up: a folder for the databases of the whole run, gone after it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), "belfry-sqlite-"));
  project.provide("databaseUrl", `file:${path.join(folder, "test.db")}`);
  return () => rmSync(folder, { recursive: true, force: true });
}
