import type { Database } from "./database";

/** One `T` for each open database, made when it is first asked for, and gone with it. */
export function perDatabase<T>(make: () => T): (db: Database) => T {
  const made = new WeakMap<Database, T>();
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(db, fresh);
    return fresh;
  };
}
