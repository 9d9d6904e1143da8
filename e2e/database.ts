import Sqlite from "better-sqlite3";
import type { Server } from "./server";

/** Changes what a running server keeps, for what no person and no app can bring about in a test's time. */
export function changeDatabase({ databaseUrl }: Server, sql: string, ...values: unknown[]): void {
  const db = new Sqlite(databaseUrl.replace("file:", ""), { timeout: 5000 });
  db.prepare(sql).run(...values);
  db.close();
}
