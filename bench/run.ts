import { print } from "./measure/print";
import type { Report } from "./measure/report";

/** In the order in which they run; each can be named on the command line. */
const BENCHMARKS: Readonly<Record<string, () => Promise<{ run(): Promise<Report> }>>> = {
  single: () => import("./accept-single"),
  batch: () => import("./accept-batches"),
  decide: () => import("./decide"),
  broadcast: () => import("./broadcast"),
  deliveries: () => import("./deliveries"),
  feed: () => import("./feed"),
  toggle: () => import("./toggle"),
  defaults: () => import("./defaults"),
  lists: () => import("./admin-lists"),
  screen: () => import("./post-to-screen"),
  preferences: () => import("./preferences"),
  inbox: () => import("./inbox"),
  inp: () => import("./inp"),
  sockets: () => import("./sockets"),
  script: () => import("./script"),
  burst: () => import("./burst"),
  lighthouse: () => import("./lighthouse"),
};

/** What this file runs as in a process of its own (`child.ts`): importing it starts it. */
const PROGRAMS: Readonly<Record<string, () => Promise<unknown>>> = {
  "load-generator": () => import("./load/generator"),
  listeners: () => import("./load/listeners"),
  decider: () => import("./server/decider"),
  "answering-server": () => import("./floors/answering-server"),
  "one-insert-server": () => import("./floors/one-insert-server"),
};

const [first = "", ...rest] = process.argv.slice(2);
if (PROGRAMS[first]) await PROGRAMS[first]();
else await bench([first, ...rest].filter(Boolean));

/** `npm run bench [-- name …]`: prints a table each; exit code 1 when a target was missed. */
async function bench(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !BENCHMARKS[name]);
  if (unknown) {
    process.stderr.write(`There is no benchmark ${unknown}. Say some of: ${Object.keys(BENCHMARKS).join(", ")}.\n`);
    process.exitCode = 1;
    return;
  }
  const start = performance.now();
  let missed = 0;
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
    const { run } = await BENCHMARKS[name]!();
    missed += print(await run());
  }
  process.stdout.write(`\n${missed === 0 ? "Every target was met" : `${missed} missed`}`);
  process.stdout.write(`, in ${Math.round((performance.now() - start) / 1000)} s.\n`);
  if (missed > 0) process.exitCode = 1;
}
