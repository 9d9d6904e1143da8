import { newId } from "@/lib/ids";
import type { Runtime } from "@/lib/runtime";
import { type Call, type Delivering, LEASE, PATIENCE } from "@/lib/usecases/delivery/call";
import { claimCalls } from "@/lib/usecases/delivery/claim-calls";
import { deliverCall } from "@/lib/usecases/delivery/deliver-due";
import type { Seen } from "@/lib/usecases/delivery/lanes-in-turn";
import { createCallsInHand } from "./calls-in-hand";
import { giveWay } from "./give-way";
import { createNap } from "./nap";
import type { Worker } from "./stoppable";

/** Calls in hand at once: as many providers may hang and others still be served. */
const MOST = 512;
/** How many of these only something urgent may be: it must not wait until others stop hanging (F17). */
const KEPT = 8;
/** How many calls one claim takes while requests wait, beside those kept. */
const BETWEEN_REQUESTS = 8;
/** What is claimed is put into words and written down later: that takes about twice as long again as claiming it. */
const ALL_OF_IT = 3;
/** How often calls in hand are held on to, and how long it sleeps when nobody wakes it; milliseconds (F12). */
const BEAT = 10_000;
const NAP = 500;

type DeliveryRuntime = Pick<Runtime, "db" | "clock" | "log" | "channels" | "authSecret"> & {
  env: Pick<Runtime["env"], "EMAIL_DAILY_CAP">;
};

/** Sends what is due through the outside channels, beside the worker that decides. One a process. */
export function startDelivering(runtime: DeliveryRuntime, { lease = LEASE, beat = BEAT, sleep = NAP } = {}): Worker {
  const { log } = runtime;
  const given = givenBy(runtime, lease);
  const inHand = createCallsInHand(given, { log, beat });
  const sending = new Set<Promise<void>>();
  const seen: Seen = new Map();
  const { nap, rouse } = createNap(sleep);
  let busy = false;
  /** Whether the last look took all that it had room for: there may be more, as soon as a call ends. */
  let full = false;
  let stopped = false;
  const running = run();
  return {
    wake: rouse,
    async stop() {
      stopped = true;
      rouse();
      await running;
      await Promise.all(sending);
      inHand.stop();
    },
  };

  async function run(): Promise<void> {
    while (!stopped) {
      const startedAt = performance.now();
      const claimed = await claim();
      for (const call of claimed) start(call);
      if (claimed.length > 0) busy = await giveWay(ALL_OF_IT * (performance.now() - startedAt));
      else if (!stopped) await nap();
    }
  }

  /** A worker that cannot say it is alive takes on nothing more: others think it dead (F16). */
  async function claim(): Promise<Call[]> {
    const held = await inHand.look();
    const room = Math.min(MOST - (held?.count ?? 0), busy ? KEPT + BETWEEN_REQUESTS : MOST);
    full = room <= KEPT;
    if (!held || room <= 0) return [];
    const startedAt = performance.now();
    try {
      const calls = await claimCalls(given, { ...held, room, kept: KEPT, seen });
      inHand.add(calls, startedAt);
      full = calls.length >= room - KEPT;
      return calls;
    } catch (err) {
      log.error({ err }, "deliveries could not be claimed");
      return [];
    }
  }

  function start(call: Call): void {
    const sent = deliverCall(given, call)
      .then(
        () => {},
        (err) => log.error({ err, lane: call.lane }, "what became of a delivery was not written down"),
      )
      .finally(() => {
        inHand.remove(call);
        sending.delete(sent);
        if (full) rouse();
      });
    sending.add(sent);
  }
}

function givenBy({ db, channels, clock, env, authSecret }: DeliveryRuntime, lease: number): Delivering {
  return {
    ...{ db, channels, newId, secret: authSecret, lease, patience: PATIENCE, dailyCap: env.EMAIL_DAILY_CAP },
    ...{ now: () => clock.now(), chance: Math.random },
  };
}
