import type { BaseSQLiteDatabase, SQLiteTable } from "drizzle-orm/sqlite-core";

export type InsertMany = <T extends SQLiteTable>(table: T, rows: readonly T["$inferInsert"][]) => Promise<void>;

/** A row as a table keeps it, or some of its columns. */
type Some<T extends SQLiteTable> = Partial<T["$inferSelect"]>;

/** What to make of one row, if it still is as `where` says. Neither names an absent value, and `where` no null. */
export interface Change<T extends SQLiteTable> {
  where: Some<T>;
  set: Some<T>;
}

export type UpdateMany = <T extends SQLiteTable>(table: T, changes: readonly Change<T>[]) => Promise<boolean[]>;

/** What a query may do. The canonical types are SQLite's; affected rows are told by `.returning()` only. */
export type Tx = Pick<
  BaseSQLiteDatabase<"async", unknown, Record<string, never>>,
  "select" | "selectDistinct" | "insert" | "update" | "delete"
> & {
  /** Writes many rows of one table by a statement prepared once. */
  insertMany: InsertMany;
  /** Changes many rows of one table, each at most once, in the same way. Answers for each change whether its row was so. */
  updateMany: UpdateMany;
};

export interface Database {
  /** For reads outside a transaction: sees what is committed. As in `transact`, a database that is away is `unavailable`. */
  read: Tx;
  /**
   * Runs `work` in one write transaction: all of it, or nothing. Must not be nested, and must not await the network.
   * `work` may run more than once, where the database gives up a transaction for another: it changes nothing outside.
   */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  migrate(): Promise<void>;
  /** Throws when the database cannot be written to now (C10). */
  ping(): Promise<void>;
  close(): Promise<void>;
}
