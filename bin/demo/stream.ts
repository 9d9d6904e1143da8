import { setTimeout as sleep } from "node:timers/promises";
import type { AppWord } from "@/db/seed/apps";
import { chanceFrom } from "@/db/seed/chance";
import { liveEvents } from "@/db/seed/live/live-events";

interface Stream {
  /** Of the running demo, without a trailing slash. */
  address: string;
  keys: Readonly<Record<AppWord, string>>;
  fresh: boolean;
  /** Differs from start to start. */
  run: string;
  signal: AbortSignal;
}

/** Seconds between two posts, at least and at most: about three a minute. */
const PAUSE = [12, 27] as const;
const FIRST_PAUSE = 6000;

/** Posts what happens at the sample company through the public API, as its apps would, until `signal` ends it. */
export async function stream({ address, keys, fresh, run, signal }: Stream): Promise<void> {
  const chance = chanceFrom(run);
  let faults = 0;
  let pause = FIRST_PAUSE;
  for (const { app, event } of liveEvents({ chance, run, fresh })) {
    // Not held open for: the demo ends with its server.
    await sleep(pause, undefined, { ref: false, signal }).catch(() => {});
    if (signal.aborted) return;
    const fault = await post(`${address}/api/v1/events`, keys[app], event(new Date()), signal);
    if (fault && !signal.aborted && faults++ === 0) process.stderr.write(`A sample event was not taken: ${fault}\n`);
    if (!fault) faults = 0;
    pause = chance.whole(PAUSE[0] * 1000, PAUSE[1] * 1000);
  }
}

/** Why it was not taken; undefined when it was. */
async function post(url: string, key: string, event: object, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(event),
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    const answer = await response.text();
    return response.ok ? undefined : `${response.status} ${answer}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
