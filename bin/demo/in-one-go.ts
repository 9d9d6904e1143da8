import type { Database, Tx } from "@/db/database";

/**
 * The database as seen from within one transaction: what use cases write joins it, so that thousands of them share one
 * synced commit, and a demo that is stopped half-way leaves no half company.
 */
export function inOneGo(db: Database, tx: Tx): Database {
  return { ...db, read: tx, transact: (work) => work(tx) };
}
