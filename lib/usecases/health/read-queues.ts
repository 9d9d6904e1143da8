import type { Database } from "@/db/database";
import { countDeadLetters, deliveryQueues, eventQueue, type Queue, troubledGates } from "@/db/queries/health";
import { isBroken } from "@/lib/core/gate";

/** More than there are providers: a broken one comes first. */
const MOST_GATES = 1000;

/** What waits in the whole installation, and for how long; seconds (C11). */
export async function readQueues(db: Database, now: Date) {
  const [events, deliveries, deadLetters, gates] = await Promise.all([
    eventQueue(db.read, now),
    deliveryQueues(db.read, now),
    countDeadLetters(db.read),
    troubledGates(db.read, now, MOST_GATES),
  ]);
  const aged = ({ waiting, oldestDueAt }: Queue) => ({
    waiting,
    age: oldestDueAt ? Math.max(0, (now.getTime() - oldestDueAt.getTime()) / 1000) : 0,
  });
  return {
    events: aged(events),
    deliveries: deliveries.map((one) => ({ channel: one.channel, ...aged(one) })),
    deadLetters,
    brokenProviders: gates.filter(isBroken).length,
  };
}
