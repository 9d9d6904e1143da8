// A process of its own: the open tabs of many people, without their browsers. Takes one `Wish` after the other.
import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, makeListener } from "./listener";
import type { Heard, Wish } from "./listening";

/** So many open at the same time, before anything is measured. */
const AT_ONCE = 20;
/** How often one may fail to come; after that the benchmark has nothing to say. */
const TRIES = 3;

let listeners: ReturnType<typeof makeListener>[] = [];
let asked: Asked[] = [];
let failed = 0;

process.on("message", async (wish: Wish) => {
  asked = [];
  failed = 0;
  await grant(wish);
  process.send?.(heard());
});

async function grant(wish: Wish): Promise<void> {
  switch (wish.wish) {
    case "open":
      listeners = wish.people.map((person) => makeListener(wish.place, person, (one) => asked.push(one)));
      return openAll();
    case "alone":
      return comeAlone(wish.times);
    case "drop":
      for (const listener of listeners) listener.drop();
      return;
    case "come":
      await Promise.all(listeners.map((listener) => comeWithin(listener, wish.spread)));
  }
}

async function openAll(): Promise<void> {
  const waiting = listeners.values();
  const worker = async () => {
    for (const listener of waiting) await listener.come();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function comeAlone(times: number): Promise<void> {
  for (const listener of listeners.slice(0, times)) {
    listener.drop();
    await listener.come();
  }
}

/** Waits by chance, as the page does, also after a failure. */
async function comeWithin(listener: ReturnType<typeof makeListener>, spread: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    await sleep(Math.random() * spread);
    try {
      return await listener.come();
    } catch (error) {
      failed++;
      listener.drop();
      if (tries === TRIES) throw error;
    }
  }
}

function heard(): Heard {
  const of = (question: Asked["question"]) => asked.filter((one) => one.question === question);
  const ms = (some: readonly Asked[]) => some.map((one) => one.ms);
  return {
    leave: ms(of("leave")),
    bell: ms(of("bell")),
    failed,
    unchanged: of("bell").filter(({ status }) => status === 304).length,
    unread: listeners.map((listener) => listener.unread()),
  };
}
