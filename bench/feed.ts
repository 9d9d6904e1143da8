import path from "node:path";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { countUnread } from "@/db/queries/feed";
import type { WorkspaceId } from "@/lib/core/workspace";
import type { Context } from "@/lib/usecases/context";
import { listNotifications } from "@/lib/usecases/inbox/list-notifications";
import type { Measured, Wanted } from "./load/wanted";
import { withLoad } from "./load/with-load";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { timed } from "./measure/timed";
import { contextIn } from "./server/context";
import { makeKey } from "./server/make-key";
import { makeMillion, READ, UNREAD } from "./server/million";
import { startBelfry } from "./server/start-belfry";
import { workspaceOf } from "./server/workspace";
import { inTempFolder } from "./temp-folder";

const TOTAL = 1_000_000;
const ROUNDS = 7;
const SECONDS = 1;
const CALLS = 300;

/** The feed of 50 of a person with 10,000 notifications among a million, and the unread count. */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const bearer = await prepare(folder);
    const belfry = await startBelfry(folder);
    const db = await openDatabase(`file:${path.join(folder, "belfry.db")}`);
    try {
      const get = { port: belfry.port, method: "GET", bodies: [], keyed: false, status: 200 } as const;
      const common: Omit<Wanted, "path"> = { ...get, connections: 1, seconds: SECONDS };
      const workspaceId = await workspaceOf(db);
      const now = new Date();
      const found = await withLoad((load) =>
        inRounds(ROUNDS, {
          empty: () => load({ ...common, path: "/api/health/live" }),
          feed: () => load({ ...common, bearer, path: `/api/v1/users/${UNREAD}/notifications` }),
        }),
      );
      const calls = await inRounds(CALLS, {
        useCase: () => timed(() => listNotifications.run(asSystem(db, workspaceId), QUERY)),
        many: () => timed(() => countUnread(db.read, workspaceId, UNREAD, { now })),
        few: () => timed(() => countUnread(db.read, workspaceId, READ, { now })),
      });
      return {
        title: `The feed of 50 and the unread count, of one with 10,000 in ${TOTAL}`,
        method: `1 connection, ${ROUNDS} rounds of ${SECONDS} s in turn; ${CALLS} calls each in this process; medians. The floor of the feed is an empty Next handler (GET /api/health/live), that of the count is a person with 10 unread.`,
        lines: [
          line("GET /users/{id}/notifications, p50", p50(found.feed), p50(found.empty), 1),
          { what: "the same use case in this process", figure: median(calls.useCase), unit: "ms" },
          line("unread count at 10,000 unread", median(calls.many), median(calls.few), 0.1),
        ],
        notes: [`p99 of the feed: ${median(found.feed.map((one) => one.p99)).toFixed(1)} ms.`],
        memory: { belfry: peakMemory(belfry.pid), "this process": peakMemory(process.pid) },
      };
    } finally {
      await db.close();
      await belfry.stop();
    }
  });
}

const QUERY = { user: UNREAD, tab: "all", unread: false, limit: 50, cursor: undefined } as const;

/** A server makes its tables and the key, and stops before the million comes. Answers the key. */
async function prepare(folder: string): Promise<string> {
  const belfry = await startBelfry(folder);
  const key = await makeKey(belfry, "notifications:read");
  await belfry.stop();
  const db = await openDatabase(`file:${belfry.file}`);
  const workspaceId = await workspaceOf(db);
  await db.close();
  makeMillion(belfry.file, workspaceId, TOTAL);
  return key;
}

function asSystem(db: Database, workspaceId: WorkspaceId): Context {
  return {
    ...contextIn(db, workspaceId),
    actor: { kind: "system" },
  };
}

function line(what: string, figure: number, floor: number, above: number) {
  return { what, figure, floor, unit: "ms", target: { above } };
}

function p50(rounds: readonly Measured[]): number {
  return median(rounds.map((one) => one.p50));
}
