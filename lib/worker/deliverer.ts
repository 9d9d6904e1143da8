import { newId } from "@/lib/ids";
import type { Runtime } from "@/lib/runtime";
import { type Call, type Delivering, LEASE, PATIENCE } from "@/lib/usecases/delivery/call";
import { claimCalls } from "@/lib/usecases/delivery/claim-calls";
import { deliverCall } from "@/lib/usecases/delivery/deliver-due";
import { holdCalls } from "@/lib/usecases/delivery/hold-calls";
import type { Seen } from "@/lib/usecases/delivery/lanes-in-turn";
import { watchClock } from "./clock-watch";
import { giveWay } from "./give-way";
import { createNap } from "./nap";
import type { Worker } from "./stoppable";

/** Calls in hand at once: as many providers may hang and others still be served. */
const MOST = 64;
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
  const { db, channels, clock, log, env, authSecret: secret } = runtime;
  const given: Delivering = {
    ...{ db, channels, newId, secret, lease, patience: PATIENCE, dailyCap: env.EMAIL_DAILY_CAP },
    ...{ now: () => clock.now(), chance: Math.random },
  };
  const inHand = new Set<Call>();
  let busy = false;
  /** Whether the last look took all that it had room for: there may be more, as soon as a call ends. */
  let full = false;
  const sending = new Set<Promise<void>>();
  const { nap, rouse } = createNap(sleep);
  let stopped = false;
  const seen: Seen = new Map();
  let heldAt = performance.now();
  const watch = watchClock(given.now, beat / 10);
  let doubtsLeasesUntil = 0;
  const beating = setInterval(hold, beat);
  const running = run();
  return {
    wake: rouse,
    async stop() {
      stopped = true;
      rouse();
      await running;
      await Promise.all(sending);
      clearInterval(beating);
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
    if (watch.jumped()) await hold();
    const room = Math.min(MOST - inHand.size, busy ? KEPT + BETWEEN_REQUESTS : MOST);
    full = room <= KEPT;
    if (room <= 0 || performance.now() - heldAt > lease) return [];
    const orphans = [...inHand].filter(({ lost }) => lost > 0);
    const rescues = performance.now() >= doubtsLeasesUntil && !orphans.some(({ lost }) => lost > 1);
    const startedAt = performance.now();
    try {
      const calls = await claimCalls(given, { room, kept: KEPT, orphans: orphans.length, rescues, seen });
      // Whoever beat meanwhile did not hold these.
      if (calls.length > 0) heldAt = Math.min(heldAt, startedAt);
      full = calls.length >= room - KEPT;
      return calls;
    } catch (err) {
      log.error({ err }, "deliveries could not be claimed");
      return [];
    }
  }

  function start(call: Call): void {
    inHand.add(call);
    const sent = deliverCall(given, call)
      .then(
        () => {},
        (err) => log.error({ err, lane: call.lane }, "what became of a delivery was not written down"),
      )
      .finally(() => {
        inHand.delete(call);
        sending.delete(sent);
        if (full) rouse();
      });
    sending.add(sent);
  }

  /**
   * By a clock that was set ahead all leases are over, though nobody died: nothing is taken for lost then until every other
   * worker had a beat to say that it lives (F28).
   */
  async function hold(): Promise<void> {
    try {
      if (watch.jumped()) doubtsLeasesUntil = performance.now() + 1.5 * beat;
      const lead = watch.lead();
      await holdCalls(given, inHand);
      heldAt = performance.now();
      watch.settle(lead);
    } catch (err) {
      log.warn({ err }, "calls in hand could not be held on to");
    }
  }
}
