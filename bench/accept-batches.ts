import path from "node:path";
import { makeRawDatabase, writeBatches } from "./floors/raw-batches";
import { withLoad } from "./load/with-load";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { watchBacklog } from "./server/backlog";
import { makeCompany, PEOPLE } from "./server/company";
import { sampleEvent } from "./server/sample-event";
import { startBelfry } from "./server/start-belfry";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 5;
const SECONDS = 1.5;
const CONNECTIONS = 2;
const BATCH = 1000;
const FLOOR_BATCHES = 5;

/** Accepting batches of 1,000 over HTTP, the worker deciding meanwhile. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const backlog = watchBacklog(belfry.file);
    const raw = await makeRawDatabase(path.join(folder, "raw.db"));
    try {
      const bearer = await makeCompany(belfry);
      const events = Array.from({ length: BATCH }, (_, n) => sampleEvent(n % PEOPLE));
      const body = JSON.stringify({ events });
      const drains: number[] = [];
      const found = await withLoad((load) =>
        inRounds(ROUNDS, {
          floor: () => writeBatches(raw, events, FLOOR_BATCHES),
          belfry: async () => {
            const { perSecond } = await load({
              port: belfry.port,
              method: "POST",
              path: "/api/v1/events/batch",
              bearer,
              bodies: [body],
              keyed: true,
              connections: CONNECTIONS,
              seconds: SECONDS,
              status: 202,
            });
            drains.push(await backlog.drained());
            return perSecond * BATCH;
          },
        }),
      );
      return {
        title: `Accepting batches of ${BATCH}`,
        method: `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turn, medians; ${Math.round(body.length / 1024)} KiB a batch. The floor makes the same JSON and writes the same rows, ${BATCH} in one synced transaction, by raw better-sqlite3.`,
        lines: [
          {
            what: "over HTTP against raw better-sqlite3",
            figure: median(found.belfry),
            floor: median(found.floor),
            unit: "events/s",
            target: { least: 0.3 },
          },
        ],
        notes: [
          `Stored: ${backlog.stored()} events. What was undecided when the load ended took ${Math.round(median(drains))} ms.`,
        ],
        memory: { belfry: peakMemory(belfry.pid) },
      };
    } finally {
      backlog.close();
      raw.close();
      await belfry.stop();
    }
  });
}
