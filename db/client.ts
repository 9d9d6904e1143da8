import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { AppError } from "@/lib/app-error";
import { DIALECT, dialectOf } from "./dialect";
import type { InsertMany } from "./dialects/behaviour";

/** What a query may do. The canonical types are SQLite's; affected rows are told by `.returning()` only. */
export type Tx = Pick<
  BaseSQLiteDatabase<"async", unknown, Record<string, never>>,
  "select" | "selectDistinct" | "insert" | "update" | "delete"
> & {
  /** Writes many rows of one table by a statement prepared once. */
  insertMany: InsertMany;
};

export interface Database {
  /** For reads outside a transaction: sees what is committed. */
  read: Tx;
  /** Runs `work` in one write transaction: all of it, or nothing. Must not be nested, and must not await the network. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  migrate(): Promise<void>;
  /** Throws when the database cannot be written to now (C10). */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database of `url`; it must be of this process's dialect. Throws `AppError` when it cannot be opened. */
export async function openDatabase(url: string): Promise<Database> {
  if (dialectOf(url) !== DIALECT) {
    throw new AppError("internal", `This process speaks ${DIALECT}; set DATABASE_URL before it starts.`);
  }
  const { open } = DIALECT === "postgres" ? await import("./dialects/postgres") : await import("./dialects/sqlite");
  return open(url);
}
