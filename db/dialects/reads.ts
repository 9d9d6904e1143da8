import { asFault } from "./fault";

type Call = (...given: unknown[]) => unknown;
type Session = { prepareQuery(...given: unknown[]): Record<string, Call> };

/**
 * What is asked through `db` outside a transaction fails as transactions do: with the fault that `asFault` makes. Each
 * query of Drizzle's passes its session's `prepareQuery`, on both databases.
 */
export function tellingFaults<T>(db: T): T {
  const { session } = db as unknown as { session: Session };
  const prepare = telling(session.prepareQuery.bind(session));
  session.prepareQuery = (...given) => {
    const query = prepare(...given) as Record<string, Call>;
    for (const name of ["execute", "all", "get", "run"]) {
      if (query[name]) query[name] = telling(query[name].bind(query));
    }
    return query;
  };
  return db;
}

function telling(call: Call): Call {
  return (...given) => {
    try {
      const made = call(...given);
      return made instanceof Promise ? made.catch(fail) : made;
    } catch (error) {
      return fail(error);
    }
  };
}

function fail(error: unknown): never {
  throw asFault(error);
}
