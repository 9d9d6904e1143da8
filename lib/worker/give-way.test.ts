import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { countRequest } from "@/lib/meter";
import { giveWay } from "./give-way";

test("goes on as soon as nobody else wants the process, long before the rest is over", async () => {
  // Of several tries, since on a busy machine this very process may have been kept from idling in one.
  const tries = [await timed(60_000), await timed(60_000), await timed(60_000)];
  expect(tries.some(({ busy, ms }) => !busy && ms < 60)).toBe(true);
});

test("does not rest from work of its own, which nobody waits for", async () => {
  const own = keepBusy(() => {});
  expect(await giveWay(60_000)).toBe(false);
  own.stop();
});

test("rests three times as long as it worked while others keep the process busy", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(20)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeGreaterThanOrEqual(60);
});

test("rests on while they take a breath between two requests", async () => {
  let turns = 0;
  const others = keepBusy(() => turns++ % 4 === 0 && takeRequest());
  expect(await restsThrough(20)).toBe(true);
  others.stop();
});

test("rests on while they leave it a millisecond now and then, but not where they leave it half its time", async () => {
  const many = keepBusy(takeRequest, 1, 8);
  expect(await restsThrough(20)).toBe(true);
  many.stop();
  const few = keepBusy(takeRequest, 20);
  expect(await giveWay(60_000)).toBe(false);
  few.stop();
});

test("does not starve: however long it worked, the rest ends", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(60_000)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeLessThan(5000);
});

/** Of several tries, since on a busy machine a millisecond may last ten. */
async function restsThrough(worked: number): Promise<boolean> {
  return (await giveWay(worked)) || (await giveWay(worked)) || (await giveWay(worked));
}

async function timed(worked: number) {
  const start = performance.now();
  return { busy: await giveWay(worked), ms: performance.now() - start };
}

/** Work of some milliseconds at a time, again and again, as requests are. */
function keepBusy(begin: () => unknown = takeRequest, pause = 0, each = 1) {
  let stopped = false;
  const work = () => {
    begin();
    const end = performance.now() + each;
    while (performance.now() < end);
    if (!stopped) pause === 0 ? setImmediate(work) : setTimeout(work, pause);
  };
  work();
  return {
    stop() {
      stopped = true;
    },
  };
}

function takeRequest() {
  const response = new EventEmitter();
  countRequest(response as ServerResponse);
  response.emit("close");
}
