import * as sqlite from "drizzle-orm/sqlite-core";

/** The canonical kit: its types are those of every table and query. */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: sqlite.text,
  int: (name: string) => sqlite.integer(name),
  real: (name: string) => sqlite.real(name),
  bool: (name: string) => sqlite.integer(name, { mode: "boolean" }),
  /** A moment to the millisecond, as a `Date`. */
  instant: (name: string) => sqlite.integer(name, { mode: "timestamp_ms" }),
  json: (name: string) => sqlite.text(name, { mode: "json" }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
};
