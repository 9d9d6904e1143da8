import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { AppError } from "@/lib/app-error";
import { copyDatabase } from "./copy-file";
import { faultOf, fileOf } from "./sqlite-file";

/** Copies the database of `url` to `target`, which must be new, while a server runs on it; answers its bytes (F8). */
export async function backUp(url: string, target: string): Promise<number> {
  const file = fileOf(url, "pg_dump --format=custom --file=FILE, and pg_restore");
  if (!existsSync(file)) throw new AppError("not_found", "There is no database yet: start Belfry once.");
  if (existsSync(target)) throw new AppError("conflict", `${target} is there already: a backup overwrites nothing.`);
  // Under its name only once it is whole.
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    await copyDatabase(file, partial);
    settle(partial);
    const fault = faultOf(partial);
    if (fault) throw new AppError("internal", `The copy is not sound. ${fault}`);
    renameSync(partial, target);
  } finally {
    for (const end of ["", "-wal", "-shm"]) rmSync(partial + end, { force: true });
  }
  return statSync(target).size;
}

/** A file by itself, without a log beside it. */
function settle(file: string): void {
  const db = new Sqlite(file);
  db.pragma("journal_mode = DELETE");
  db.close();
}
