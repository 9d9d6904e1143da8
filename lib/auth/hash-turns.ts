import { AppError } from "@/lib/app-error";

/** How many hash at once: the rest of the machine goes on answering meanwhile (F40). */
const AT_ONCE = 2;
/** Who would wait longer than some seconds is sent away instead. */
const MOST_WAITING = 200;

const waiting: (() => void)[] = [];
let running = 0;

/** Does `work` when it is its turn. Throws `unavailable` when too many wait already. */
export async function inHashTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await nextTurn();
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function nextTurn(): Promise<void> {
  if (waiting.length >= MOST_WAITING) {
    throw new AppError("unavailable", "Too many people are signing in right now. Try again shortly.", {
      retryAfterSeconds: 2,
    });
  }
  return new Promise((resolve) => waiting.push(resolve));
}
