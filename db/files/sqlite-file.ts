import Sqlite from "better-sqlite3";
import { AppError } from "@/lib/app-error";

/** The file of a `file:` address. Throws for PostgreSQL, whose own tools do this better. */
export function fileOf(url: string, instead: string): string {
  if (url.startsWith("file:")) return url.slice("file:".length);
  throw new AppError("bad_request", `DATABASE_URL is PostgreSQL: use ${instead}.`);
}

/** What is wrong with a database file, in a sentence; null when nothing is. Reads all of it (I7). */
export function faultOf(file: string): string | null {
  let db: Sqlite.Database | undefined;
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    const pages = db.pragma("integrity_check", { simple: true });
    if (pages !== "ok") return `Its pages are damaged: ${String(pages).slice(0, 200)}`;
    const [orphan] = db.pragma("foreign_key_check") as { table: string }[];
    if (orphan) return `A row of ${orphan.table} belongs to nobody.`;
    const known = db.prepare("select 1 from sqlite_master where name = 'workspaces'").get();
    return known ? null : "It is not a database of Belfry.";
  } catch (error) {
    return error instanceof Error ? `It cannot be read: ${error.message}.` : "It cannot be read.";
  } finally {
    db?.close();
  }
}
