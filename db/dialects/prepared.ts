import type { Column } from "drizzle-orm";
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Tx } from "../database";
import { DIALECT } from "../dialect";

/** A query of Drizzle's, before it is asked; PostgreSQL's wants a name, and none is meant by an empty one. */
interface Preparable<Row> {
  prepare(name?: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
}

type ValueNamed<Values> = (name: keyof Values & string) => Placeholder;

/**
 * A query that is built once a connection and then asked with values: to build one costs several times what SQLite takes
 * to answer it. In `build`, `value(name)` stands where the value of that name comes.
 */
export function prepared<Values extends Record<string, unknown>>() {
  return <Row>(build: (tx: Tx, value: ValueNamed<Values>) => Preparable<Row>) => {
    const known = new WeakMap<object, ReturnType<Preparable<Row>["prepare"]>>();
    return async (tx: Tx, values: Values): Promise<Row[]> => {
      const { session } = tx as unknown as { session: object };
      const query = known.get(session) ?? build(tx, (name) => sql.placeholder(name)).prepare("");
      known.set(session, query);
      return query.execute(values);
    };
  };
}

/** `isOneOf` in a prepared query: the value of that name is made by `listOf`. */
export function isOneOfNamed(column: Column, values: Placeholder): SQL {
  return DIALECT === "postgres"
    ? sql`${column} = any(${values})`
    : sql`${column} in (select value from json_each(${values}))`;
}

/** Any number of texts as one value of a prepared query. */
export function listOf(values: readonly string[]): unknown {
  return DIALECT === "postgres" ? [...values] : JSON.stringify(values);
}
