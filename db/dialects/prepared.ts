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
    const ask = preparedByShape<"", Values>()((tx, value) => build(tx, value));
    return (tx: Tx, values: Values): Promise<Row[]> => ask(tx, "", values);
  };
}

/** The same for a query that is built in a few ways, once each: `shape` names the way, as plain data. */
export function preparedByShape<Shape, Values extends Record<string, unknown>>() {
  return <Row>(build: (tx: Tx, value: ValueNamed<Values>, shape: Shape) => Preparable<Row>) => {
    const known = new WeakMap<object, Map<string, ReturnType<Preparable<Row>["prepare"]>>>();
    return async (tx: Tx, shape: Shape, values: Values): Promise<Row[]> => {
      const { session } = tx as unknown as { session: object };
      const ways = known.get(session) ?? new Map();
      known.set(session, ways);
      const way = JSON.stringify(shape);
      const query = ways.get(way) ?? build(tx, (name) => sql.placeholder(name), shape).prepare("");
      ways.set(way, query);
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
