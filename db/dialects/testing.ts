import Sqlite from "better-sqlite3";

/**
 * Every SQLite connection that is opened from now on, so that a test can ask each how it is set. The connections are
 * the real ones: what is kept here is only hold of them.
 */
export function watchConnections(): Sqlite.Database[] {
  const seen: Sqlite.Database[] = [];
  const { pragma } = Sqlite.prototype;
  Sqlite.prototype.pragma = function watched(this: Sqlite.Database, ...args: Parameters<typeof pragma>) {
    if (!seen.includes(this)) seen.push(this);
    return pragma.apply(this, args);
  };
  return seen;
}
