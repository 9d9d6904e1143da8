import { copyFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import type { Measured, Wanted } from "../load/wanted";
import { withLoad } from "../load/with-load";
import { peakMemory } from "../measure/memory";
import { callApi } from "./call-api";
import { makeKey } from "./make-key";
import { sampleEvent } from "./sample-event";
import { startBelfry } from "./start-belfry";

interface Rounds {
  rounds: number;
  /** Of each half of a round. */
  seconds: number;
  connections: number;
}

/**
 * What posts of others take on a built server with these `people`, in each round first alone and then while it sends a
 * broadcast to all; and how many of these were decided on meanwhile, each second.
 */
export async function postBeside(folder: string, people: string, { rounds, seconds, connections }: Rounds) {
  copyFileSync(people, path.join(folder, "belfry.db"));
  const belfry = await startBelfry(folder);
  try {
    const bearer = await makeKey(belfry, "events:write,broadcasts:write");
    const bodies = Array.from({ length: 50 }, (_, n) => JSON.stringify(sampleEvent(n)));
    const posts: Wanted = {
      port: belfry.port,
      method: "POST",
      path: "/api/v1/events",
      bearer,
      keyed: false,
      status: 202,
      bodies,
      connections,
      seconds,
    };
    return await withLoad(async (load) => {
      await load({ ...posts, seconds: 1 });
      const measured: { alone: Measured; meanwhile: Measured; decided: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        const alone = await load(posts);
        // Else the broadcast waits behind them, and nothing is measured.
        await untilDecided(belfry.file);
        const words = { title: "Closed on Thursday", groups: "everyone" };
        const { id } = await callApi<{ id: string }>(belfry, bearer, ["POST", "/broadcasts"], words);
        const meanwhile = await load(posts);
        const { decided } = await callApi<{ decided: number }>(belfry, bearer, ["GET", `/broadcasts/${id}`]);
        measured.push({ alone, meanwhile, decided: decided / seconds });
        await callApi(belfry, bearer, ["POST", `/broadcasts/${id}/recall`]);
        await untilDecided(belfry.file);
      }
      return { measured, memory: peakMemory(belfry.pid) };
    });
  } finally {
    await belfry.stop();
  }
}

/** Waits until every event is decided, and what was taken back disappeared. */
async function untilDecided(file: string): Promise<void> {
  const db = new Sqlite(file, { readonly: true });
  const events = db.prepare<[], number>("select count(*) from events where status = 'accepted'").pluck();
  const sweeps = db.prepare<[], number>("select count(*) from broadcasts where sweep_cursor is not null").pluck();
  while ((events.get() ?? 0) + (sweeps.get() ?? 0) > 0) await sleep(50);
  db.close();
}
