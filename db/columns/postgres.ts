import * as postgres from "drizzle-orm/pg-core";

/** Sorted by bytes, as SQLite and JavaScript do: a cursor means the same on both databases. */
const text = postgres.customType<{ data: string }>({ dataType: () => 'text collate "C"' });

export const postgresKit = {
  table: postgres.pgTable,
  text,
  int: (name: string) => postgres.bigint(name, { mode: "number" }),
  real: (name: string) => postgres.doublePrecision(name),
  bool: (name: string) => postgres.boolean(name),
  instant: (name: string) => postgres.timestamp(name, { withTimezone: true, mode: "date", precision: 3 }),
  json: (name: string) => postgres.jsonb(name),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  foreignKey: postgres.foreignKey,
};
