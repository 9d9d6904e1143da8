import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { Client, Pool } from "pg";
import { AppError } from "@/lib/app-error";
import type { Database, Tx } from "../database";
import { migrationsFolder } from "../migrations-folder";
import { asFault, isUnavailable, isVictim } from "./fault";
import { type Asking, insertManyOn, updateManyOn } from "./postgres-many";
import { tellingFaults } from "./reads";
import { inScope, refuseNested } from "./scope";

/** Of a transaction that PostgreSQL ends because of others. */
const MOST_TRIES = 3;
/**
 * How long a statement may be silent before its connection is given up as leading nowhere: a transaction asks twice
 * (the rollback), and the pool is whole again within 30 s (F9). Milliseconds; `?query_timeout=` of the URL wins.
 */
const PATIENCE = 12_000;
/** Of the advisory lock that lets one process migrate at a time. */
const MIGRATION_LOCK = 7_270_018;

/** Opens `postgres://…` with a pool of connections. */
export async function open(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    query_timeout: PATIENCE,
  });
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  // The same for one that dies in a transaction: its next statement tells of it.
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    read: asTx(tellingFaults(drizzle(pool))),
    transact: async (work) => {
      refuseNested();
      for (let tries = 1; ; tries++) {
        try {
          return await transactOnce(pool, work);
        } catch (error) {
          if (!isVictim(error) || tries === MOST_TRIES) throw asFault(error);
        }
      }
    },
    migrate: () => migrateInTurn(url),
    ping: async () => {
      const { rows } = await pool.query<{ off: boolean }>("select pg_is_in_recovery() as off");
      if (rows[0]?.off) throw new AppError("unavailable", "The database is a read-only replica.");
    },
    close: () => pool.end(),
  };
}

/** With a connection of its own: Drizzle would not give one back to the pool that fails at `begin`. */
async function transactOnce<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let lost: Error | undefined;
  try {
    return await drizzle(client).transaction((tx) => inScope(asTx(tx), work));
  } catch (error) {
    // Never to be used again: what was asked on it may yet be answered.
    if (isUnavailable(error) && !isVictim(error)) lost = error as Error;
    throw error;
  } finally {
    client.release(lost);
  }
}

function asTx(db: Asking): Tx {
  return Object.assign(db as unknown as Tx, { insertMany: insertManyOn(db), updateMany: updateManyOn(db) });
}

/** On a connection of its own, which may wait for another process's turn and take its time. */
async function migrateInTurn(url: string): Promise<void> {
  const client = new Client({ connectionString: url, query_timeout: 0 });
  await client.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(db, { migrationsFolder: migrationsFolder("postgres") });
    await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  } finally {
    await client.end();
  }
}
