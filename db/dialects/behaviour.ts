import { type Column, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../database";
import { DIALECT } from "../dialect";
import { codesOf } from "./fault";

/** A select that can lock its rows; only PostgreSQL knows how, and SQLite has one writer at a time. */
type Lockable = { for(strength: "update" | "no key update", options?: { skipLocked?: boolean }): unknown };

/** Rows that no other worker holds: claimed by nobody else until the transaction ends. Their keys may be left free. */
export function skipLocked<Q>(query: Q, strength: "update" | "no key update" = "update"): Q {
  return DIALECT === "postgres" ? ((query as Lockable).for(strength, { skipLocked: true }) as Q) : query;
}

/**
 * Rows that stay as read until the transaction ends: PostgreSQL loses updates without it. Their keys are left free: else
 * whoever holds a workspace would hold up each event, whose foreign key looks there.
 */
export function forUpdate<Q>(query: Q): Q {
  return DIALECT === "postgres" ? ((query as Lockable).for("no key update") as Q) : query;
}

/** `column in (…)` for any number of texts: one parameter, so that the statement is short and always the same. */
export function isOneOf(column: Column, values: readonly string[]): SQL {
  return DIALECT === "postgres"
    ? sql`${column} = any(${sql.param([...values])})`
    : sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

/**
 * A column for whose sake no index is to be chosen. SQLite counts no rows: beside a list of ids or groups, it takes the index
 * that begins with the workspace, or brings an order, and reads all that the workspace has.
 */
export function unindexed(column: Column): SQL {
  return DIALECT === "postgres" ? sql`${column}` : sql`+${column}`;
}

/**
 * In a query with `group by`: the rows of each group as one JSON text of lists. A tenth of the cost of as many rows where
 * hundreds of thousands are read at once. Instants come as what `new Date` takes, booleans as 0 and 1 or as themselves.
 */
export function gathered(...columns: (Column | SQL)[]): SQL<string> {
  const values = sql.join(columns, sql`, `);
  return DIALECT === "postgres"
    ? sql<string>`cast(json_agg(json_build_array(${values})) as text)`
    : sql<string>`json_group_array(json_array(${values}))`;
}

/** What the clock of the database says, in milliseconds; null where it is this host's own. */
export async function clockOfDatabase(tx: Pick<Tx, "select">): Promise<number | null> {
  if (DIALECT !== "postgres") return null;
  const at = sql<string>`extract(epoch from clock_timestamp()) * 1000`;
  const [row] = await tx.select({ at }).from(sql`(select 1) as one`);
  return Number(row!.at);
}

/** Whether a write failed since a row with that key is there already. */
export function isDuplicate(error: unknown): boolean {
  return codesOf(error).some((code) => DUPLICATE.has(code));
}

const DUPLICATE = new Set(["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);
