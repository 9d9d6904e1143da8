import type { Database } from "@/db/database";
import { clockOfDatabase } from "@/db/dialects/behaviour";
import { type Clock, systemClock } from "@/lib/clock";

/** How often the database is asked again, and how slow an answer tells nothing; milliseconds. */
const ASK_EVERY = 10_000;
const TOO_SLOW = 1000;

/**
 * One clock for all hosts on one database, whatever their own say (F28): the database's, asked now and then, and counted on
 * from by what only counts. Where the database has no clock of its own, `host` is the only host, and its clock is right.
 */
export async function databaseClock(db: Pick<Database, "read">, host: Clock = systemClock): Promise<Clock> {
  let lead = await ask();
  if (lead === null) return host;
  let askedAt = performance.now();
  return {
    now() {
      if (performance.now() - askedAt > ASK_EVERY) {
        askedAt = performance.now();
        // A database that is away for a while is no reason to stop counting.
        ask(TOO_SLOW).then(
          (said) => (lead = said ?? lead),
          () => {},
        );
      }
      return new Date(lead! + performance.now());
    },
  };

  /** How far its clock is ahead of the one that counts; null where it has none, or answered too late to tell. */
  async function ask(patience = Number.POSITIVE_INFINITY): Promise<number | null> {
    const from = performance.now();
    const said = await clockOfDatabase(db.read);
    const took = performance.now() - from;
    return said === null || took > patience ? null : said - (from + took / 2);
  }
}
