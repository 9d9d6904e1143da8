import { expect, test } from "vitest";
import { giveWay } from "./give-way";

test("goes on as soon as nobody else wants the process, long before the rest is over", async () => {
  // Of several tries, since on a busy machine this very process may have been kept from idling in one.
  const tries = [await timed(60_000), await timed(60_000), await timed(60_000)];
  expect(tries.some(({ busy, ms }) => !busy && ms < 60)).toBe(true);
});

test("rests twice as long as it worked while others keep the process busy", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(20)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeGreaterThanOrEqual(40);
});

test("does not starve: however long it worked, the rest ends", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(60_000)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeLessThan(5000);
});

async function timed(worked: number) {
  const start = performance.now();
  return { busy: await giveWay(worked), ms: performance.now() - start };
}

/** Work of a millisecond at a time, again and again, as requests are. */
function keepBusy() {
  let stopped = false;
  const work = () => {
    const end = performance.now() + 1;
    while (performance.now() < end);
    if (!stopped) setImmediate(work);
  };
  work();
  return {
    stop() {
      stopped = true;
    },
  };
}
