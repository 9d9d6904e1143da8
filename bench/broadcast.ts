import path from "node:path";
import { openDatabase } from "@/db/client";
import { copyOf } from "./copy-of";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { broadcastToAll, makeAudience } from "./server/audience";
import { compareDeciding } from "./server/compare-deciding";
import { killDeciders } from "./server/kill-deciders";
import { postBeside } from "./server/post-beside";
import { inTempFolder } from "./temp-folder";

const PEOPLE = 100_000;
const ROUNDS = 3;
const CHUNK = 1000;
const KILLS = 10;
const OTHERS = { rounds: 3, seconds: 4, connections: 4 };
const TABLES = ["notifications", "decisions", "deliveries"];

/** A broadcast to very many: how fast, whether it survives being killed, and what others notice of it (F38). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const { people, waiting } = await prepare(folder);
    const compared = { tables: TABLES, rounds: ROUNDS, chunk: CHUNK, warmUp: false };
    const { rows, decide, floor } = await compareDeciding(waiting, compared);
    const { stored, wentBack } = await killDeciders(copyOf(waiting), KILLS);
    const { measured, memory } = await postBeside(folder, people, OTHERS);
    // The machine's speed varies: the two halves of one round are beside each other, and the round in the middle counts.
    const rounds = measured.toSorted((a, b) => ratioOf(a) - ratioOf(b));
    const others = rounds[Math.floor(rounds.length / 2)]!;
    return {
      title: `A broadcast to ${PEOPLE} people`,
      method: `The floor inserts the same ${TABLES.join(", ")}, ready made, in synced transactions of ${CHUNK} people by raw better-sqlite3; ${ROUNDS} rounds in turn, medians. Others post over ${OTHERS.connections} connections to a built server, ${OTHERS.seconds} s alone and ${OTHERS.seconds} s while it sends a broadcast, ${OTHERS.rounds} times; the round in the middle.`,
      lines: [
        {
          what: "decided and stored",
          figure: rows / (decide / 1000),
          floor: rows / (floor / 1000),
          unit: "rows/s",
          target: { least: 0.25 },
        },
        {
          what: "p99 of others' posts meanwhile, beside alone",
          figure: others.meanwhile.p99,
          floor: others.alone.p99,
          unit: "ms",
          target: { most: Math.round(2 * others.alone.p99) },
        },
        {
          what: `people notified once, after ${KILLS} kills`,
          figure: stored.notifications === stored.people ? stored.people : 0,
          unit: "people",
          target: { reach: PEOPLE },
        },
        { what: "times its progress went back", figure: wentBack ? 1 : 0, unit: "", target: { most: 0 } },
      ],
      notes: [
        `${rows} rows in ${Math.round(decide)} ms: ${Math.round(PEOPLE / (decide / 1000))} people/s.`,
        `After the kills: ${stored.notifications} notifications for ${stored.people} people.`,
        ...measured.map(
          (one) =>
            `Beside ${Math.round(one.meanwhile.perSecond)} posts/s (alone ${Math.round(one.alone.perSecond)}), ${Math.round(one.decided)} people/s were decided on; p99 ${ratioOf(one).toFixed(2)} times as long.`,
        ),
      ],
      memory: { "this process": peakMemory(process.pid), belfry: memory },
    };
  });
}

/** A database with the people, and a copy in which a broadcast to them waits. */
async function prepare(folder: string): Promise<{ people: string; waiting: string }> {
  const people = path.join(folder, "people.db");
  const db = await openDatabase(`file:${people}`);
  await db.migrate();
  const ctx = await makeAudience(db, PEOPLE);
  await db.close();
  const waiting = copyOf(people);
  const open = await openDatabase(`file:${waiting}`);
  await broadcastToAll({ ...ctx, db: open });
  await open.close();
  return { people, waiting };
}

function ratioOf({ alone, meanwhile }: Awaited<ReturnType<typeof postBeside>>["measured"][number]): number {
  return meanwhile.p99 / alone.p99;
}
