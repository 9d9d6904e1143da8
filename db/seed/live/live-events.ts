import { everyday } from "./everyday";
import { jobSteps } from "./jobs";
import type { Live, LiveWorld } from "./live";
import { SAGAS } from "./sagas";

/** Other posts between two jobs, and the posts before the first. */
const BETWEEN_JOBS = 10;
const BEFORE_FIRST = 3;

/** What happens while the demo runs, without end; while a job is at work, two of three posts tell how far it is. */
export function* liveEvents(world: LiveWorld): Generator<Live, never> {
  const tale = tales(world);
  let steps: Live[] = [];
  let jobs = 0;
  let nextJob = BEFORE_FIRST;
  for (let turn = 0; ; turn++) {
    if (turn === nextJob) steps = jobSteps(world, jobs++);
    const step = turn % 3 === 2 ? undefined : steps.shift();
    if (steps.length > 0) nextJob = turn + BETWEEN_JOBS;
    yield step ?? tale.next().value;
  }
}

/** Where the company is new, its last stories come first, with something of every day in between. */
function* tales({ chance, fresh }: LiveWorld): Generator<Live, never> {
  for (const saga of fresh ? SAGAS : []) {
    yield saga;
    if (chance.maybe(0.4)) yield everyday(chance);
  }
  for (;;) yield everyday(chance);
}
