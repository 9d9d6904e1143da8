import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { endChild, hear, startChild } from "./child";
import type { Heard, Wish } from "./load/listening";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median, percentile } from "./measure/statistics";
import { watchBacklog } from "./server/backlog";
import { SECRET } from "./server/context";
import { EVERYBODY, makeListeningPeople } from "./server/listening-people";
import { makeKey } from "./server/make-key";
import { startBelfry } from "./server/start-belfry";
import { type Recipients, tell } from "./server/tell";
import { inTempFolder } from "./temp-folder";

const SOCKETS = 2000;
const SPREAD = 15_000;
/** What everybody's bell has before. */
const BEFORE = 20;
/** Of every so many people, one is told something while all are away, and another while they come back. */
const TOLD_EACH = 10;
const ALONE = 200;
const PATIENCE = 10_000;

/** Very many open tabs lose the embedded hub at once, and come back (F37). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const belfry = await startBelfry(folder, { AUTH_SECRET: SECRET, LOG_LEVEL: "warn" });
    const db = await openDatabase(`file:${belfry.file}`);
    const people = await makeListeningPeople(db, SOCKETS);
    await db.close();
    const tabs = startChild("listeners");
    const backlog = watchBacklog(belfry.file);
    try {
      const key = await makeKey(belfry, "events:write");
      const tellAndWait = async (each: readonly Recipients[]) => {
        await tell(belfry, key, each);
        await backlog.drained();
      };
      await tellAndWait(Array.from({ length: BEFORE }, () => [{ group: EVERYBODY, as: "owner" }]));
      await ask(tabs, { wish: "open", place: { port: belfry.port, key: "belfry" }, people });
      const alone = await ask(tabs, { wish: "alone", times: ALONE });
      await ask(tabs, { wish: "drop" });
      await tellAndWait([everyTenth(0)]);
      const start = performance.now();
      const coming = ask(tabs, { wish: "come", spread: SPREAD });
      await Promise.all([coming, sleep(SPREAD / 2).then(() => tellAndWait([everyTenth(1)]))]);
      const back = await coming;
      const took = performance.now() - start;
      const missing = await untilNothingMisses(tabs);
      return {
        title: `${SOCKETS} sockets of the embedded hub, dropped at once`,
        method: `Tabs without browsers, in a process of their own, each with a session and connections of its own; all are cut off at once and come back within ${SPREAD / 1000} s by chance: socket, leave to listen, bell of ${BEFORE} by its tag. The floor is the same of ${ALONE} who come one after the other. One in ${TOLD_EACH} is told something while all are away, another while they come back.`,
        lines: [
          line("leave to listen, p99", back.leave, alone.leave),
          line("bell, p99", back.bell, alone.bell),
          {
            what: "bells answered 304",
            figure: (100 * back.unchanged) / back.bell.length,
            floor: 100,
            unit: "%",
            target: { reach: 80 },
          },
          { what: "missed, of what was told meanwhile", figure: missing, unit: "", target: { most: 0 } },
        ],
        notes: [
          `Everybody was back after ${(took / 1000).toFixed(1)} s, ${back.failed} times not at the first try.`,
          `Medians: leave ${median(back.leave).toFixed(1)} ms (alone ${median(alone.leave).toFixed(1)}), bell ${median(back.bell).toFixed(1)} ms (alone ${median(alone.bell).toFixed(1)}).`,
        ],
        memory: { belfry: peakMemory(belfry.pid), tabs: peakMemory(tabs.pid) },
      };
    } finally {
      backlog.close();
      await endChild(tabs);
      await belfry.stop();
    }
  });
}

function ask(tabs: ChildProcess, wish: Wish): Promise<Heard> {
  const answer = hear<Heard>(tabs);
  tabs.send(wish);
  return answer;
}

function everyTenth(from: number): Recipients {
  return Array.from({ length: SOCKETS / TOLD_EACH }, (_, n) => ({
    user: `person-${n * TOLD_EACH + from}`,
    as: "owner",
  }));
}

/** What somebody still does not know of, after a while: a signal may be under way. */
async function untilNothingMisses(tabs: ChildProcess): Promise<number> {
  const late = performance.now() + PATIENCE;
  for (;;) {
    const { unread } = await ask(tabs, { wish: "tell" });
    const wanted = (person: number) => BEFORE + (person % TOLD_EACH < 2 ? 1 : 0);
    const missing = unread.reduce((sum, known, person) => sum + Math.abs(wanted(person) - known), 0);
    if (missing === 0 || performance.now() > late) return missing;
    await sleep(200);
  }
}

function line(what: string, times: readonly number[], alone: readonly number[]) {
  const target = { most: 1000 };
  return { what, figure: percentile(times, 99), floor: percentile(alone, 99), unit: "ms", target };
}
