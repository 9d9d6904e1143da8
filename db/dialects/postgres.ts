import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { PgTable } from "drizzle-orm/pg-core";
import { Pool } from "pg";
import { AppError } from "@/lib/app-error";
import type { Database, InsertMany, Tx } from "../database";
import { migrationsFolder } from "../migrations-folder";
import { isVictim } from "./fault";
import { inScope, refuseNested } from "./scope";

/** PostgreSQL takes at most 65,535 parameters in a statement; 500 rows of any table stay below. */
const ROWS_A_STATEMENT = 500;
/** Of a transaction that PostgreSQL ends because of others. */
const MOST_TRIES = 3;
/** Of the advisory lock that lets one process migrate at a time. */
const MIGRATION_LOCK = 7_270_018;

/** Opens `postgres://…` with a pool of connections. */
export async function open(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000, keepAlive: true });
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  const db = drizzle(pool);
  return {
    read: asTx(db),
    transact: async (work) => {
      refuseNested();
      for (let tries = 1; ; tries++) {
        try {
          return await db.transaction((tx) => inScope(asTx(tx), work));
        } catch (error) {
          if (!isVictim(error) || tries === MOST_TRIES) throw asAppError(error);
        }
      }
    },
    migrate: () => migrateInTurn(pool),
    ping: async () => {
      const { rows } = await pool.query<{ off: boolean }>("select pg_is_in_recovery() as off");
      if (rows[0]?.off) throw new AppError("unavailable", "The database is a read-only replica.");
    },
    close: () => pool.end(),
  };
}

function asTx(db: Pick<NodePgDatabase, "select" | "insert">): Tx {
  const insertMany: InsertMany = async (table, rows) => {
    for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
      await db.insert(table as unknown as PgTable).values(rows.slice(start, start + ROWS_A_STATEMENT) as never);
    }
  };
  return Object.assign(db as unknown as Tx, { insertMany });
}

async function migrateInTurn(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migrate(db, { migrationsFolder: migrationsFolder("postgres") });
    await db.execute(sql`select pg_advisory_unlock(${MIGRATION_LOCK})`);
  } finally {
    client.release();
  }
}

/** A connection that cannot be had or was cut: the caller may try again (F9). */
function asAppError(error: unknown): unknown {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (typeof e.code === "string" && /^(08|53|57P|ECONN|ETIMEDOUT|EPIPE)/.test(e.code)) {
      return new AppError("unavailable", "The database cannot be reached right now. Try again shortly.", {
        cause: error,
        retryAfterSeconds: 5,
      });
    }
  }
  return error;
}
