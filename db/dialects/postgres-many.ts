import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { PgTable } from "drizzle-orm/pg-core";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { gather } from "@/lib/core/gather";
import type { Change, InsertMany, UpdateMany } from "../database";
import { namesIn } from "./names-in";

/** A connection of Drizzle's, or a transaction on one. */
export type Asking = Pick<NodePgDatabase, "select" | "insert" | "execute">;

/** PostgreSQL takes at most 65,535 parameters in a statement; 500 rows of any table stay below. */
const ROWS_A_STATEMENT = 500;

export function insertManyOn(db: Asking): InsertMany {
  return async (table, rows) => {
    for (const some of portions(rows)) await db.insert(table as unknown as PgTable).values(some as never);
  };
}

/** One statement for all that change the same columns. */
export function updateManyOn(db: Asking): UpdateMany {
  return async (table, changes) => {
    const done = changes.map(() => false);
    const numbered = changes.map((change, at) => ({ at, ...change }));
    for (const alike of gather(numbered, ({ set, where }) => `${namesIn(set)} ${namesIn(where)}`).values()) {
      for (const some of portions(alike)) {
        const { rows } = await db.execute<{ at: string }>(updateOf(table, some));
        for (const { at } of rows) done[Number(at)] = true;
      }
    }
    return done;
  };
}

type Numbered = Change<SQLiteTable> & { at: number };

/** The values stand in a list without types, as texts; each is read as its column's type where it is used. */
function updateOf(table: SQLiteTable, changes: readonly Numbered[]): SQL {
  const [first] = changes as [Numbered];
  const columns = getTableColumns(table);
  const toSet = namesIn(first.set).map((name, at) => ({ column: columns[name]!, given: given(`set ${at}`) }));
  const toFind = namesIn(first.where).map((name, at) => ({ column: columns[name]!, given: given(`where ${at}`) }));
  const bound = (row: Readonly<Record<string, unknown>>) =>
    namesIn(row).map((name) => sql`${sql.param(row[name], columns[name])}`);
  const rows = changes.map(({ at, set, where }) => list([sql`${at}`, ...bound(set), ...bound(where)]));
  const names = [sql`at`, ...toSet.map((one) => one.given), ...toFind.map((one) => one.given)];
  const typed = ({ column, given }: (typeof toSet)[number]) => sql`${given}::${sql.raw(column.getSQLType())}`;
  const sets = toSet.map((one) => sql`${sql.identifier(one.column.name)} = ${typed(one)}`);
  const finds = toFind.map((one) => sql`${one.column} = ${typed(one)}`);
  return sql`update ${table} set ${sql.join(sets, sql`, `)} from (values ${sql.join(rows, sql`, `)}) as given${list(names)}
    where ${sql.join(finds, sql` and `)} returning given.at`;
}

function given(name: string): SQL {
  return sql`${sql.identifier(name)}`;
}

function list(parts: SQL[]): SQL {
  return sql`(${sql.join(parts, sql`, `)})`;
}

function portions<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, n) =>
    rows.slice(n * ROWS_A_STATEMENT, (n + 1) * ROWS_A_STATEMENT),
  );
}
