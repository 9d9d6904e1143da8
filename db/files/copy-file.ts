import Sqlite from "better-sqlite3";

/** Waits so long for another process's lock; milliseconds. */
const PATIENCE = 30_000;
/** Pages between two breaths, so that the disk is not ours alone. */
const PAGES = 1000;

/**
 * Copies a database as it is at one moment, by SQLite's own backup, while others use it. `to` may be a database in use
 * too: its connections see the old content, then the new.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { fileMustExist: true, timeout: PATIENCE });
  try {
    // One snapshot for all pages: else each write of others would start the copy anew.
    source.exec("begin");
    source.prepare("select count(*) from sqlite_master").get();
    await source.backup(to, { progress: () => PAGES });
    source.exec("commit");
  } finally {
    source.close();
  }
}
