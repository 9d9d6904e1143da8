import type Sqlite from "better-sqlite3";
import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { InsertMany, UpdateMany } from "../database";
import { areNamesIn, namesIn } from "./names-in";

type Row = Readonly<Record<string, unknown>>;

// Drizzle's own prepared insert sends null through the column's encoder; these bind the same columns by hand.
export function insertManyOn(connection: Sqlite.Database): InsertMany {
  const prepared = new Map<SQLiteTable, (rows: readonly Row[]) => void>();
  return async (table, rows) => {
    const insert = prepared.get(table) ?? prepareInsert(connection, table);
    prepared.set(table, insert);
    insert(rows);
  };
}

function prepareInsert(connection: Sqlite.Database, table: SQLiteTable) {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const statement = connection.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${columns.map(() => "?").join(", ")})`,
  );
  return (rows: readonly Row[]) => {
    const fields = columns.map(([key, column]) => ({
      key,
      encode: encoderOf(column),
      otherwise: column.default ?? null,
    }));
    const values: unknown[] = new Array(fields.length);
    for (const row of rows) {
      for (let at = 0; at < fields.length; at++) {
        const { key, encode, otherwise } = fields[at]!;
        const value = row[key] === undefined ? otherwise : row[key];
        values[at] = value === null || encode === undefined ? value : encode(value);
      }
      statement.run(values);
    }
  };
}

/** A statement for each set of columns, compiled once. */
export function updateManyOn(connection: Sqlite.Database): UpdateMany {
  const prepared = new Map<string, Update>();
  function updateFor(table: SQLiteTable, set: Row, where: Row): Update {
    const [toSet, toFind] = [namesIn(set), namesIn(where)];
    const shape = `${getTableName(table)} ${toSet} ${toFind}`;
    const update = prepared.get(shape) ?? prepareUpdate(connection, table, toSet, toFind);
    prepared.set(shape, update);
    return update;
  }
  return async (table, changes) => {
    let update: Update | undefined;
    return changes.map(({ set, where }) => {
      // Mostly all of one call change the same columns.
      if (!update?.isFor(set, where)) update = updateFor(table, set, where);
      return update.run(set, where);
    });
  };
}

interface Update {
  isFor(set: Row, where: Row): boolean;
  /** Whether there was such a row. */
  run(set: Row, where: Row): boolean;
}

function prepareUpdate(connection: Sqlite.Database, table: SQLiteTable, toSet: string[], toFind: string[]): Update {
  const columns = getTableColumns(table);
  const bound = (names: string[], between: string) => names.map((name) => `"${columns[name]!.name}" = ?`).join(between);
  const statement = connection.prepare(
    `update "${getTableName(table)}" set ${bound(toSet, ", ")} where ${bound(toFind, " and ")}`,
  );
  const values: unknown[] = new Array(toSet.length + toFind.length);
  const bind = (names: string[], row: Row, from: number) => {
    for (const [at, name] of names.entries()) {
      values[from + at] = row[name] === null ? null : columns[name]!.mapToDriverValue(row[name]);
    }
  };
  return {
    isFor: (set, where) => areNamesIn(set, toSet) && areNamesIn(where, toFind),
    run(set, where) {
      bind(toSet, set, 0);
      bind(toFind, where, toSet.length);
      return statement.run(values).changes > 0;
    },
  };
}

/**
 * Undefined where a column takes its values as they are. For the rows of one call: those of a fan-out share their actor,
 * subject and decision, and each is made JSON once.
 */
function encoderOf(column: Column): ((value: unknown) => unknown) | undefined {
  if (column.mapToDriverValue === Column.prototype.mapToDriverValue) return undefined;
  let last: unknown;
  let encoded: unknown = null;
  return (value) => {
    if (value !== last) {
      last = value;
      encoded = column.mapToDriverValue(value);
    }
    return encoded;
  };
}
