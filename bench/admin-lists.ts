import path from "node:path";
import { openDatabase } from "@/db/client";
import { listActivity } from "@/lib/usecases/activity/list-activity";
import { listDeliveries } from "@/lib/usecases/activity/list-deliveries";
import { listAudit } from "@/lib/usecases/audit/list-audit";
import type { Context } from "@/lib/usecases/context";
import { listPeople } from "@/lib/usecases/people/list-people";
import { peakMemory } from "./measure/memory";
import type { Line, Report } from "./measure/report";
import { percentile } from "./measure/statistics";
import { timed } from "./measure/timed";
import { BUSIEST, makeAdminMillion } from "./server/admin-million";
import { contextIn } from "./server/context";
import { makeWorkspace } from "./server/workspace";
import { inTempFolder } from "./temp-folder";

const TOTAL = 1_000_000;
const TIMES = 40;
const MOST = 500;

/** The lists of the admin's pages over a million events, deliveries and audit entries, and 100,000 people (U24). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const db = await openDatabase(`file:${path.join(folder, "belfry.db")}`);
    await db.migrate();
    const workspaceId = await db.transact((tx) => makeWorkspace(tx, new Date()));
    await makeAdminMillion(db, workspaceId, TOTAL);
    const ctx: Context = {
      ...contextIn(db, workspaceId),
      actor: { kind: "user", id: "person-0", name: "", role: "super_admin", timeZone: "UTC", sessionId: "" },
    };
    const lines: Line[] = [];
    try {
      for (const [what, ask] of Object.entries(questions(ctx))) {
        await ask();
        const times: number[] = [];
        for (let time = 0; time < TIMES; time++) times.push(await timed(ask));
        lines.push({ what, figure: percentile(times, 95), unit: "ms", target: { most: MOST } });
      }
    } finally {
      await db.close();
    }
    return {
      title: `An admin's lists at ${TOTAL} rows`,
      method: `p95 of ${TIMES} times each, of 50 rows: ${TOTAL} events with decisions, deliveries and audit entries, 100,000 people, one of whom heard of 10,000 events; SQLite, without HTTP.`,
      lines,
      notes: [],
      memory: { "this process": peakMemory(process.pid) },
    };
  });
}

/** The first page and one further on, plain and under filters: of what is common, rare, and nowhere. */
function questions(ctx: Context): Record<string, () => Promise<unknown>> {
  const halfway = new Date(Date.now() - (TOTAL / 2) * 1000).toISOString();
  const activity = (filter: object = {}) => listActivity.run(ctx, listActivity.input.parse(filter));
  const deliveries = (filter: object = {}) => listDeliveries.run(ctx, listDeliveries.input.parse(filter));
  const audit = (filter: object = {}) => listAudit.run(ctx, listAudit.input.parse(filter));
  const people = (filter: object = {}) => listPeople.run(ctx, listPeople.input.parse(filter));
  return {
    events: () => activity(),
    "events until halfway": () => activity({ until: halfway }),
    "events of a rare topic": () => activity({ topic: "exports.ready" }),
    "events of the busiest person": () => activity({ person: BUSIEST }),
    "events of the busiest person until halfway": () => activity({ person: BUSIEST, until: halfway }),
    "rare events of the busiest person": () => activity({ person: BUSIEST, topic: "exports.ready" }),
    "events that are cancelled": () => activity({ status: "cancelled" }),
    deliveries: () => deliveries(),
    "deliveries until halfway": () => deliveries({ until: halfway }),
    "deliveries that failed": () => deliveries({ state: "failed" }),
    "deliveries of a person": () => deliveries({ person: BUSIEST }),
    audit: () => audit(),
    "audit of a rare act": () => audit({ action: "user.erase" }),
    "audit of nobody": () => audit({ actor: "nobody" }),
    people: () => people(),
    "people by name": () => people({ search: "person 4711" }),
    "people by what nobody has": () => people({ search: "zebra" }),
  };
}
