import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";

const PATIENCE = 60_000;

/** Looks at the server's database from outside, as another process may. */
export function watchBacklog(file: string) {
  const db = new Sqlite(file, { readonly: true });
  const left = db.prepare<[], number>("select count(*) from events where status in ('accepted', 'scheduled')").pluck();
  const stored = db.prepare<[], number>("select count(*) from events").pluck();
  return {
    stored: () => stored.get() ?? 0,
    left: () => left.get() ?? 0,
    /** Waits until every event is decided; answers how long that took, in milliseconds. */
    async drained(): Promise<number> {
      const start = performance.now();
      while (left.get() !== 0) {
        if (performance.now() - start > PATIENCE) throw new Error("The worker did not get through its backlog.");
        await sleep(20);
      }
      return performance.now() - start;
    },
    close: () => db.close(),
  };
}
