import path from "node:path";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { publishToEach, publishToGroup } from "./server/audience";
import { compareDeciding } from "./server/compare-deciding";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 5;
const RECIPIENTS = 10_000;
const EVENTS = 1000;
const CHUNK = 1000;

/** Deciding and storing, in this process: one event for many people, and many events for one person each. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const one = await compare(folder, "one", (db) => publishToGroup(db, RECIPIENTS));
    const many = await compare(folder, "many", (db) => publishToEach(db, EVENTS));
    return {
      title: "Deciding and storing",
      method: `The floor inserts the same notifications and decisions, ready made, in synced transactions of ${CHUNK} by raw better-sqlite3; ${ROUNDS} rounds in turn, medians.`,
      lines: [
        {
          what: `one event for ${RECIPIENTS} people`,
          figure: RECIPIENTS / (one.decide / 1000),
          floor: RECIPIENTS / (one.floor / 1000),
          unit: "people/s",
          target: { least: 0.25 },
        },
        { what: `${RECIPIENTS} people decided and stored in`, figure: one.decide, unit: "ms", target: { most: 500 } },
        {
          what: `${EVENTS} events for one person each`,
          figure: EVENTS / (many.decide / 1000),
          floor: EVENTS / (many.floor / 1000),
          unit: "events/s",
        },
      ],
      notes: [`Each round stored ${one.rows} rows for the group, and ${many.rows} for the single events.`],
      memory: { "this process": peakMemory(process.pid) },
    };
  });
}

async function compare(folder: string, name: string, publish: (db: Database) => Promise<void>) {
  const waiting = path.join(folder, `${name}.db`);
  const db = await openDatabase(`file:${waiting}`);
  await db.migrate();
  await publish(db);
  await db.close();
  const tables = ["notifications", "decisions"];
  return compareDeciding(waiting, { tables, rounds: ROUNDS, chunk: CHUNK, warmUp: true });
}
