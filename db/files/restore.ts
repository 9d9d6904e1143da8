import { existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import { AppError } from "@/lib/app-error";
import { copyDatabase } from "./copy-file";
import { faultOf, fileOf } from "./sqlite-file";

/**
 * Puts the backup in `source` in the place of the database of `url`, also while a server runs on it: its next question
 * finds the restored rows (F8). Answers where the database that was there is kept; null when there was none.
 */
export async function restore(url: string, source: string, now: Date): Promise<string | null> {
  const file = fileOf(url, "pg_restore --clean on what pg_dump wrote");
  if (!existsSync(source)) throw new AppError("not_found", `There is no file ${source}.`);
  if (path.resolve(source) === path.resolve(file)) throw new AppError("bad_request", "This is the database itself.");
  const fault = faultOf(source);
  if (fault) throw new AppError("unprocessable", `${source} cannot be restored. ${fault}`);
  mkdirSync(path.dirname(file), { recursive: true });
  const kept = await keepFormer(file, now);
  await copyDatabase(source, file);
  return kept;
}

/** What is sound is copied, since a server may have it open; what is damaged is moved away with its log. */
async function keepFormer(file: string, now: Date): Promise<string | null> {
  if (!existsSync(file)) return null;
  const kept = `${file}.before-${now.toISOString().replaceAll(/[:.]/g, "-")}`;
  if (faultOf(file) === null) {
    await copyDatabase(file, kept);
    return kept;
  }
  for (const end of ["", "-wal", "-shm"]) if (existsSync(file + end)) renameSync(file + end, kept + end);
  return kept;
}
