import { expect, test } from "vitest";
import { giveWay } from "./give-way";

test("goes on at once when nobody else wants the process", async () => {
  const start = performance.now();
  expect(await giveWay(60)).toBe(false);
  expect(performance.now() - start).toBeLessThan(60);
});

test("rests four times as long as it worked while others keep the process busy", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(20)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeGreaterThanOrEqual(80);
});

test("does not starve: however long it worked, the rest ends", async () => {
  const others = keepBusy();
  const start = performance.now();
  expect(await giveWay(60_000)).toBe(true);
  others.stop();
  expect(performance.now() - start).toBeLessThan(5000);
});

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
