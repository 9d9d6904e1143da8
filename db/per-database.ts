import type { Database } from "./database";

type Made<T> = WeakMap<Database, T>;

const shared = globalThis as typeof globalThis & { __belfryPerDatabase?: Map<string, Made<unknown>> };

/**
 * One `T` for each open database, made when it is first asked for, and gone with it. Next bundles its handlers apart from
 * the server, and each bundle has its own: under a `name` there is one for the process, so that what one bundle forgets
 * after a change, the other does not go on telling.
 */
export function perDatabase<T>(make: () => T, name?: string): (db: Database) => T {
  const made = name === undefined ? new WeakMap<Database, T>() : sharedBy<T>(name);
  return (db) => {
    const known = made.get(db);
    if (known !== undefined) return known;
    const fresh = make();
    made.set(db, fresh);
    return fresh;
  };
}

function sharedBy<T>(name: string): Made<T> {
  shared.__belfryPerDatabase ??= new Map();
  const known = shared.__belfryPerDatabase.get(name) as Made<T> | undefined;
  if (known) return known;
  const made: Made<T> = new WeakMap();
  shared.__belfryPerDatabase.set(name, made as Made<unknown>);
  return made;
}
