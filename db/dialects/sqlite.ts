import { mkdirSync } from "node:fs";
import path from "node:path";
import { setImmediate as turnOfLoop, setTimeout as wait } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { AppError } from "@/lib/app-error";
import type { Database, Tx } from "../database";
import { migrationsFolder } from "../migrations-folder";
import { asFault, codesOf } from "./fault";
import { tellingFaults } from "./reads";
import { inScope, refuseNested } from "./scope";
import { insertManyOn, updateManyOn } from "./sqlite-many";

/** How long a write waits for another process's lock before it answers 503 (F6); milliseconds. */
const LOCK_PATIENCE = 5000;

/** How many compiled statements a connection keeps. */
const STATEMENTS = 200;

/** Opens `file:<path>`: one connection writes, in turn; another reads what is committed. */
export async function open(url: string): Promise<Database> {
  const file = url.replace(/^file:/, "");
  mkdirSync(path.dirname(file), { recursive: true });
  const writer = connect(file);
  const reader = connect(file);
  const writing = asTx(writer);
  let turn: Promise<unknown> = Promise.resolve();

  function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    refuseNested();
    // From now, not from its turn: else who waits behind ten others on a locked database waits ten times as long.
    const deadline = performance.now() + LOCK_PATIENCE;
    const mine = turn.then(async () => {
      try {
        await begin(writer, deadline);
        const result = await inScope(writing, work);
        writer.exec("COMMIT");
        return result;
      } catch (error) {
        if (writer.inTransaction) writer.exec("ROLLBACK");
        throw asFault(error);
      }
    });
    // Nothing here waits for the disk by itself: else one transaction follows the other, and no request comes between.
    turn = mine.then(breathe, breathe);
    return mine;
  }

  return {
    read: tellingFaults(asTx(reader)),
    transact,
    migrate: async () => migrateFile(writer),
    ping: () => transact(async () => {}),
    close: async () => {
      await turn;
      reader.close();
      writer.close();
    },
  };
}

/** Lets whatever came meanwhile be taken up. */
async function breathe(): Promise<void> {
  await turnOfLoop();
}

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 0 });
  // WAL alone runs at synchronous=NORMAL in this build, and a power cut could then lose an accepted event (F2).
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"]) {
    patiently(() => connection.pragma(pragma));
  }
  // What is erased is overwritten, not only let go of (S28).
  connection.pragma("secure_delete = ON");
  rememberStatements(connection);
  connection.pragma("cache_size = -65536");
  // The log is moved to the file at each 16 MB, not 4: the pages that every commit changes are then moved less often.
  connection.pragma("wal_autocheckpoint = 4000");
  return connection;
}

/** Drizzle prepares every query anew; here each text is compiled once a connection, and the rarely used are let go. */
function rememberStatements(connection: Sqlite.Database): void {
  const prepare = connection.prepare.bind(connection);
  const known = new Map<string, Sqlite.Statement>();
  connection.prepare = ((text: string) => {
    const statement = known.get(text) ?? prepare(withQuietLimits(text));
    known.delete(text);
    known.set(text, statement);
    if (known.size > STATEMENTS) known.delete(known.keys().next().value!);
    // Whoever had it last may have asked for rows as arrays.
    return statement.reader ? statement.raw(false) : statement;
  }) as typeof connection.prepare;
}

/**
 * SQLite compiles a statement anew whenever a value is bound to a bare limit, lest another plan be better now: that costs
 * several times what the answer does. Behind a sign it asks for none.
 */
function withQuietLimits(text: string): string {
  return text.replaceAll(/\blimit \?/g, "limit +?");
}

function asTx(connection: Sqlite.Database): Tx {
  const db = drizzle(connection) as unknown as Tx;
  return Object.assign(db, { insertMany: insertManyOn(connection), updateMany: updateManyOn(connection) });
}

/** `BEGIN IMMEDIATE`: a deferred transaction that reads and then writes fails at once when another wrote between. */
async function begin(writer: Sqlite.Database, deadline: number): Promise<void> {
  for (;;) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await wait(10);
    }
  }
}

function patiently(work: () => void): void {
  const deadline = performance.now() + LOCK_PATIENCE;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function migrateFile(writer: Sqlite.Database): void {
  // A table rebuild drops the old table: with foreign keys on, that would delete every child row with it.
  writer.pragma("foreign_keys = OFF");
  try {
    patiently(() => migrate(drizzle(writer), { migrationsFolder: migrationsFolder("sqlite") }));
  } finally {
    writer.pragma("foreign_keys = ON");
  }
  if ((writer.pragma("foreign_key_check") as unknown[]).length > 0) {
    throw new AppError("internal", "The database has rows whose owner is missing. Restore the last backup.");
  }
}

function isBusy(error: unknown): boolean {
  return codesOf(error).some((code) => code.startsWith("SQLITE_BUSY"));
}
