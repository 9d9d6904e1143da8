import { existsSync } from "node:fs";
import path from "node:path";
import type { Dialect } from "./dialect";

/** Where the committed migrations lie: in the project's folder, from which every command starts. */
export function migrationsFolder(dialect: Dialect): string {
  const folder = path.join(process.cwd(), "db", "migrations", dialect);
  if (!existsSync(folder)) throw new Error(`No migrations in ${folder}: start Belfry from its own folder.`);
  return folder;
}
