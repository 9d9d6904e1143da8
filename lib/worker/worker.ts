import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/lib/ids";
import { count } from "@/lib/meter";
import { dismisserFor } from "@/lib/realtime/dismisser";
import { tell, tellerFor } from "@/lib/realtime/teller";
import type { Runtime } from "@/lib/runtime";
import { sendingAway } from "@/lib/usecases/access/send-away";
import { sweepBroadcasts } from "@/lib/usecases/broadcasts/sweep-broadcasts";
import type { Changed } from "@/lib/usecases/events/changed";
import { closeDueWindows } from "@/lib/usecases/events/close-due-windows";
import { decideDueEvents } from "@/lib/usecases/events/decide-due-events";
import type { DecideOptions } from "@/lib/usecases/events/decided-chunk";
import { purgeExpired } from "@/lib/usecases/housekeeping/purge-expired";
import { wakeDue } from "@/lib/usecases/inbox/wake-due";
import { raiseSummaries } from "@/lib/usecases/summaries/raise-summaries";
import { moveExports } from "@/lib/usecases/transfers/move-exports";
import { moveImports } from "@/lib/usecases/transfers/move-imports";
import type { Moving } from "@/lib/usecases/transfers/moving";
import { startDelivering } from "./deliverer";
import { giveWay } from "./give-way";
import { createNap } from "./nap";
import type { Worker } from "./stoppable";

/** How long it sleeps when nobody wakes it: what another process wrote is taken up within this time; milliseconds. */
const NAP = 500;
const PURGE_EVERY = 3_600_000;
const SUMMARIES_EVERY = 60_000;
/** How much one pass takes, and how much when requests are waiting: they wait for no longer than a transaction takes. */
const A_PASS = { limit: 100, people: 200 };
const BETWEEN_REQUESTS = { limit: 50, people: 50 };

/** Claims, runs and sleeps; decides nothing itself. One a process; on PostgreSQL any number of processes. */
export function startWorker(runtime: Runtime): Worker {
  let stopped = false;
  const { nap, rouse } = createNap(NAP);
  const deliverer = startDelivering(runtime);
  const running = run();
  return {
    wake: rouse,
    async stop() {
      stopped = true;
      rouse();
      await Promise.all([running, deliverer.stop()]);
    },
  };

  async function run(): Promise<void> {
    const { db, clock } = runtime;
    const summedUp = new Set<string>();
    const purge = atMostEvery(PURGE_EVERY, () => purgeExpired(db, clock.now()));
    const sumUp = atMostEvery(SUMMARIES_EVERY, () => raiseSummaries(db, { now: clock.now(), newId }, summedUp));
    const sendAway = sendingAway(db, clock.now(), (workspaceId, userId) => dismisserFor(runtime, workspaceId)(userId));
    const wake = () => wakeDue(db, { now: clock.now(), newId }, (changed) => tellChanged(runtime, changed));
    let most = A_PASS;
    while (!stopped) {
      const startedAt = performance.now();
      runtime.workerSeenAt = startedAt;
      let settled = 0;
      const rest = async (worked: number) => {
        const restsAt = performance.now();
        await giveWay(worked);
        settled += worked + performance.now() - restsAt;
      };
      const busy = await pass(runtime, { ...most, rest });
      const worked = performance.now() - startedAt - settled;
      await guarded(runtime, purge);
      await guarded(runtime, () => sendAway(clock.now()));
      await guarded(runtime, wake);
      await guarded(runtime, sumUp);
      // Requests that came meanwhile are answered before the next pass.
      if (busy) {
        deliverer.wake();
        most = (await giveWay(worked)) ? BETWEEN_REQUESTS : A_PASS;
      } else if (!stopped) await nap();
    }
  }
}

/** Does it the first time, and then once in so many milliseconds, however often it is asked to. */
function atMostEvery(ms: number, work: () => Promise<unknown>): () => Promise<void> {
  let doneAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - doneAt <= ms) return;
    doneAt = performance.now();
    await work();
  };
}

/** All that decides, once. Answers whether there was anything to do. */
async function pass(runtime: Runtime, most: typeof A_PASS & Pick<DecideOptions, "rest">): Promise<boolean> {
  const { db, clock, env, log } = runtime;
  const options = {
    now: clock.now(),
    newId,
    ...most,
    activeWindowSeconds: env.ACTIVE_WINDOW_SECONDS,
    mergeWindowSeconds: env.MERGE_WINDOW_SECONDS,
    onFault: (eventId: string, err: unknown) => log.error({ err, event_id: eventId }, "an event was not decided"),
  };
  const told = (changed: readonly Changed[]) => tellChanged(runtime, changed);
  const closed = await guarded(runtime, () => closeDueWindows(db, options, told));
  const taken = await guarded(runtime, () => decideDueEvents(db, options, told));
  const swept = await guarded(runtime, () => sweepBroadcasts(db, clock.now(), told, most.people));
  const moving: Moving = {
    db,
    newId,
    now: clock.now(),
    secret: runtime.authSecret,
    tell: (workspaceId, userId) => tellerFor(runtime, workspaceId)(userId, []),
  };
  const moved = [await guarded(runtime, () => moveImports(moving)), await guarded(runtime, () => moveExports(moving))];
  return (closed ?? 0) + (taken ?? 0) > 0 || swept === true || moved.includes(true);
}

function tellChanged(runtime: Runtime, changed: readonly Changed[]): void {
  for (const { notificationIds } of changed) count("belfry_notifications_total", notificationIds.length);
  const signals = changed.map(({ workspaceId, userId, notificationIds, position }) => ({
    workspaceId,
    userId,
    signal: { notificationIds, position },
  }));
  tell(runtime, signals);
}

async function guarded<T>({ log }: Runtime, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (err) {
    log.error({ err }, "the worker's pass failed");
    await sleep(NAP);
    return undefined;
  }
}
