import Sqlite from "better-sqlite3";

/** Rows as SQLite holds them, by table. */
export type Dump = Readonly<Record<string, { columns: string[]; values: unknown[][] }>>;

export function readRows(file: string, tables: readonly string[]): Dump {
  const db = new Sqlite(file, { readonly: true });
  const dump = Object.fromEntries(
    tables.map((table) => {
      const rows = db.prepare<[], Record<string, unknown>>(`select * from "${table}" order by rowid`).all();
      return [table, { columns: Object.keys(rows[0] ?? {}), values: rows.map((row) => Object.values(row)) }];
    }),
  );
  db.close();
  return dump;
}

/**
 * The floor of storing: inserts the same values into the same tables with the same indexes and keys, `chunk` of each
 * table in one synced transaction. Answers milliseconds.
 */
export function writeRows(file: string, dump: Dump, chunk: number): number {
  const db = openRaw(file);
  const tables = Object.entries(dump).map(([table, { columns, values }]) => ({
    insert: db.prepare(`insert into "${table}" (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`),
    values,
  }));
  globalThis.gc?.();
  const start = performance.now();
  const most = Math.max(...tables.map(({ values }) => values.length));
  for (let from = 0; from < most; from += chunk) {
    db.transaction(() => {
      for (const { insert, values } of tables) for (const row of values.slice(from, from + chunk)) insert.run(row);
    }).immediate();
  }
  const ms = performance.now() - start;
  db.close();
  return ms;
}

/** With the settings of Belfry's own writer. */
export function openRaw(file: string): Sqlite.Database {
  const db = new Sqlite(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"]) {
    db.pragma(pragma);
  }
  db.pragma("cache_size = -65536");
  return db;
}
