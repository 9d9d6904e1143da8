// Runs in the page before its own scripts. Plain JavaScript, since what compiles TypeScript adds calls that no page has.

/** What the browser reports of each press and click, until the frame that answers it; shorter than 16 ms it says nothing. */
const SHORTEST = 16;
/** Milliseconds; by then what was done is reported. */
const SETTLED = 400;

let slowest = 0;
let longest = 0;

new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    if (interactionId) slowest = Math.max(slowest, duration);
  }
}).observe({ type: "event", durationThreshold: SHORTEST });

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: "longtask" });

const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED));

/** The longest of the interactions since it was last asked; milliseconds, by which INP is measured. */
globalThis.takeInteraction = async () => {
  await settled();
  const taken = Math.max(slowest, SHORTEST);
  slowest = 0;
  return taken;
};

/** The longest task since it was last asked; milliseconds, 0 for none above 50. */
globalThis.takeLongTask = async () => {
  await settled();
  const taken = longest;
  longest = 0;
  return taken;
};
