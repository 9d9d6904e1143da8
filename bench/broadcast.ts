import { copyFileSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "@/db/client";
import { copyOf } from "./copy-of";
import { type Dump, readRows, writeRows } from "./floors/raw-rows";
import type { Wanted } from "./load/wanted";
import { withLoad } from "./load/with-load";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { broadcastToAll, makeAudience } from "./server/audience";
import { killDeciders } from "./server/kill-deciders";
import { sampleEvent } from "./server/sample-event";
import { type Belfry, startBelfry } from "./server/start-belfry";
import { timeDeciding } from "./server/time-deciding";
import { inTempFolder } from "./temp-folder";

const PEOPLE = 100_000;
const ROUNDS = 3;
const CHUNK = 1000;
const KILLS = 10;
const SECONDS = 6;
const TABLES = ["notifications", "decisions", "deliveries"];

/** A broadcast to very many: how fast, whether it survives being killed, and what others notice of it (F38). */
export async function run(): Promise<Report> {
  return inTempFolder(async (folder) => {
    const { people, waiting } = await prepare(folder);
    const { rows, decide, floor } = await compare(waiting);
    const { stored, wentBack } = await killDeciders(copyOf(waiting), KILLS);
    const others = await measureOthers(folder, people);
    return {
      title: `A broadcast to ${PEOPLE} people`,
      method: `The floor inserts the same ${TABLES.join(", ")}, ready made, in synced transactions of ${CHUNK} people by raw better-sqlite3; ${ROUNDS} rounds in turn, medians. Others post over 4 connections for ${SECONDS} s, first alone, then while a built server sends the broadcast.`,
      lines: [
        {
          what: "decided and stored",
          ...{ figure: rows / (decide / 1000), floor: rows / (floor / 1000), unit: "rows/s" },
          target: { least: 0.25 },
        },
        {
          what: "p99 of others' posts meanwhile, beside alone",
          ...{ figure: others.meanwhile.p99, floor: others.alone.p99, unit: "ms" },
          target: { most: Math.round(2 * others.alone.p99) },
        },
        {
          what: `people notified once, after ${KILLS} kills`,
          ...{ figure: stored.notifications === stored.people ? stored.people : 0, unit: "people" },
          target: { reach: PEOPLE },
        },
        { what: "times its progress went back", figure: wentBack ? 1 : 0, unit: "", target: { most: 0 } },
      ],
      notes: [
        `${rows} rows in ${Math.round(decide)} ms: ${Math.round(PEOPLE / (decide / 1000))} people/s.`,
        `After the kills: ${stored.notifications} notifications for ${stored.people} people.`,
        `When the others had posted, ${others.decided} people were decided on.`,
      ],
      memory: { "this process": peakMemory(process.pid), belfry: others.memory },
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

/** Times in milliseconds. */
async function compare(waiting: string): Promise<{ rows: number; decide: number; floor: number }> {
  let dump: Dump | undefined;
  const times = await inRounds(
    ROUNDS,
    {
      async decide() {
        const file = copyOf(waiting);
        const ms = await timeDeciding(file);
        dump ??= readRows(file, TABLES);
        return ms;
      },
      floor: () => writeRows(copyOf(waiting), dump!, CHUNK),
    },
    { warmUp: false },
  );
  const rows = Object.values(dump!).reduce((sum, { values }) => sum + values.length, 0);
  return { rows, decide: median(times.decide), floor: median(times.floor) };
}

/** What posts of others take on a built server, alone and while it sends a broadcast to all. */
async function measureOthers(folder: string, people: string) {
  copyFileSync(people, path.join(folder, "belfry.db"));
  const belfry = await startBelfry(folder);
  try {
    const scopes = "events:write,broadcasts:write";
    const { key: bearer = "" } = await belfry.cli("api-key", "create", "--name", "Others", "--scopes", scopes);
    const posts: Wanted = {
      ...{ port: belfry.port, method: "POST", path: "/api/v1/events", bearer, keyed: false, status: 202 },
      ...{
        bodies: Array.from({ length: 50 }, (_, n) => JSON.stringify(sampleEvent(n))),
        connections: 4,
        seconds: SECONDS,
      },
    };
    return await withLoad(async (load) => {
      await load({ ...posts, seconds: 1 });
      const alone = await load(posts);
      const id = await send(belfry, bearer);
      const meanwhile = await load(posts);
      return { alone, meanwhile, decided: await decidedOf(belfry, bearer, id), memory: peakMemory(belfry.pid) };
    });
  } finally {
    await belfry.stop();
  }
}

async function send({ port }: Belfry, key: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/broadcasts`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "The office is closed on Thursday", body: "Work from home.", groups: "everyone" }),
  });
  if (!answer.ok) throw new Error(`The broadcast was not taken: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

async function decidedOf({ port }: Belfry, key: string, id: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/broadcasts/${id}`, { headers });
  return ((await answer.json()) as { decided: number }).decided;
}
