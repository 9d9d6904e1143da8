import { z } from "zod";
import {
  countDeadLetters,
  countEvents,
  deliveryQueues,
  eventQueue,
  type Queue,
  troubledGates,
} from "@/db/queries/health";
import { isBroken } from "@/lib/core/gate";
import type { HealthView, QueueView } from "@/lib/core/health-view";
import { channelOfLane } from "@/lib/core/lane";
import { type Context, needRole } from "../context";
import { verb } from "../use-case";

const HOUR = 3_600_000;
const HOURS = 24;
const PROVIDERS = 20;

/** What waits and for how long, which providers fail, and how busy the day was; queues are the whole installation's. */
export const readHealth = verb({
  input: z.strictObject({}),
  may: needRole("super_admin"),
  async run(ctx): Promise<HealthView> {
    const { db, now } = ctx;
    const [events, deliveries, deadLetters, gates, hours] = await Promise.all([
      eventQueue(db.read, now),
      deliveryQueues(db.read, now),
      countDeadLetters(db.read),
      troubledGates(db.read, now, PROVIDERS),
      lastHours(ctx),
    ]);
    return {
      now: now.toISOString(),
      events: queueView(events),
      deliveries: deliveries.map((one) => ({ channel: one.channel, ...queueView(one) })),
      deadLetters,
      providers: gates.map(({ key, failures, readyAt }) => ({
        channel: channelOfLane(key),
        isOne: key.includes(":"),
        failures,
        isBroken: isBroken({ failures, readyAt }),
        readyAt: readyAt.toISOString(),
      })),
      hours,
    };
  },
});

async function lastHours({ db, workspaceId, now }: Context): Promise<HealthView["hours"]> {
  const end = Math.ceil((now.getTime() + 1) / HOUR) * HOUR;
  const starts = Array.from({ length: HOURS }, (_, n) => end - (HOURS - n) * HOUR);
  return Promise.all(
    starts.map(async (start) => ({
      at: new Date(start).toISOString(),
      events: await countEvents(db.read, workspaceId, new Date(start), new Date(start + HOUR)),
    })),
  );
}

function queueView({ waiting, oldestDueAt }: Queue): QueueView {
  return { waiting, oldestDueAt: oldestDueAt?.toISOString() ?? null };
}
