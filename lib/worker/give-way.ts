import { performance } from "node:perf_hooks";
import { setTimeout as sleep, setImmediate as turnOfLoop } from "node:timers/promises";
import { isAsked } from "@/lib/meter";

/** For each millisecond of work, so many of rest, as long as others want the process; and never more at once. */
const REST = 3;
const LONGEST = 250;
/** The share of a moment above which the process has too little time to spare. */
const BUSY = 0.5;
/** Who asks again and again is not done when the last answer is out; milliseconds. */
const LATELY = 25;
/** How long it looks before it says that the process is not busy: between two requests no process is; milliseconds. */
const LOOK = 5;

/**
 * Lets requests go first: after a pass that took `worked` milliseconds the worker rests three times as long, but only while
 * requests come or wait and the event loop is busy without it. So deciding has a quarter of a process under full load, and
 * what nobody else wants of any other: it never starves, and no time is lost. Answers whether it was so to the end.
 */
export async function giveWay(worked: number): Promise<boolean> {
  // What came meanwhile has not been read yet.
  await turnOfLoop();
  const start = performance.now();
  const before = performance.eventLoopUtilization();
  while (isAsked(LATELY)) {
    const rested = performance.now() - start;
    if (rested > Math.min(REST * worked, LONGEST)) return true;
    if (rested > LOOK && performance.eventLoopUtilization(before).utilization < BUSY) return false;
    await sleep(1);
  }
  return false;
}
