import { startOneInsert } from "./floors/start-one-insert";
import type { Measured, Wanted } from "./load/wanted";
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
const SECONDS = 2;
const CONNECTIONS = 32;

/** Accepting single events: key, scope, checks, idempotency and sync on, and the worker deciding meanwhile. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder);
    const floor = await startOneInsert(folder);
    const backlog = watchBacklog(belfry.file);
    try {
      const bearer = await makeCompany(belfry);
      const bodies = Array.from({ length: PEOPLE }, (_, person) => JSON.stringify(sampleEvent(person)));
      const common = { connections: CONNECTIONS, seconds: SECONDS };
      const post = { ...common, method: "POST", bodies, status: 202 } as const;
      const events: Wanted = { ...post, port: belfry.port, path: "/api/v1/events", bearer, keyed: true };
      const empty: Wanted = {
        ...common,
        port: belfry.port,
        method: "GET",
        path: "/api/health/live",
        bodies: [],
        keyed: false,
        status: 200,
      };
      let acknowledged = 0;
      const left: number[] = [];
      const drains: number[] = [];
      const found = await withLoad((load) =>
        inRounds(
          ROUNDS,
          {
            empty: () => load(empty),
            oneInsert: () => load({ ...post, port: floor.port, path: "/", keyed: true }),
            belfry: async () => {
              const measured = await load(events);
              acknowledged += measured.answered;
              left.push(backlog.left());
              // So that the floors have the machine to themselves.
              drains.push(await backlog.drained());
              return measured;
            },
          },
          { warmUp: true },
        ),
      );
      if (backlog.stored() !== acknowledged) throw new Error("What was acknowledged is not what is stored.");
      return {
        title: "Accepting single events",
        method: `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s in turn, medians; ${bodies[0]!.length} bytes each, and a key of its own.`,
        lines: [
          line("against an empty Next handler (GET /api/health/live)", found.belfry, found.empty, 4),
          line("against node:http with one FULL insert a request", found.belfry, found.oneInsert, 1.5),
        ],
        notes: [
          `p50 / p99: ${latency(found.belfry)}; empty Next handler ${latency(found.empty)}; node:http ${latency(found.oneInsert)}.`,
          `Undecided when the load ended: ${median(left)}, decided within ${Math.round(median(drains))} ms of it.`,
          `Acknowledged: ${acknowledged} events, and ${backlog.stored()} are stored.`,
        ],
        memory: { belfry: peakMemory(belfry.pid), "node:http": peakMemory(floor.pid) },
      };
    } finally {
      backlog.close();
      await Promise.all([belfry.stop(), floor.stop()]);
    }
  });
}

function line(what: string, figure: readonly Measured[], floor: readonly Measured[], least: number) {
  return { what, figure: rate(figure), floor: rate(floor), unit: "/s", target: { least } };
}

function rate(rounds: readonly Measured[]): number {
  return median(rounds.map((one) => one.perSecond));
}

function latency(rounds: readonly Measured[]): string {
  const ms = (pick: (one: Measured) => number) => `${median(rounds.map(pick)).toFixed(1)} ms`;
  return `${ms((one) => one.p50)} / ${ms((one) => one.p99)}`;
}
