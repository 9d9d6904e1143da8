import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ne } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import { deliveries } from "@/db/schema/deliveries";
import { createWebhook } from "@/lib/channels/webhook";
import { systemClock } from "@/lib/clock";
import { createLog } from "@/lib/log";
import { createOutgoingInThread } from "@/lib/outgoing/in-thread";
import type { Outgoing } from "@/lib/outgoing/outgoing";
import { startDelivering } from "@/lib/worker/deliverer";
import { endChild, hear, startChild } from "./child";
import { copyOf } from "./copy-of";
import { timeBareCalls } from "./floors/bare-calls";
import { inRounds } from "./measure/in-rounds";
import { peakMemory } from "./measure/memory";
import type { Report } from "./measure/report";
import { median } from "./measure/statistics";
import { SECRET } from "./server/context";
import { queueWebhooks } from "./server/webhooks";
import { inTempFolder } from "./temp-folder";

const ROUNDS = 3;
const DELIVERIES = 4000;
/** As many calls as the worker has in hand. */
const AT_ONCE = 512;
const THREAD = fileURLToPath(new URL("./server/loopback-thread.mjs", import.meta.url));

/** Webhooks to hosts of their own: what a worker sends in a second, beside the same calls by node:http alone. */
export async function run(): Promise<Report> {
  const receiver = startChild("answering-server", [String(DELIVERIES)]);
  try {
    const port = await hear<number>(receiver);
    const times = await inTempFolder((folder) => compare(folder, port, receiver));
    const rate = (ms: readonly number[]) => DELIVERIES / (median(ms) / 1000);
    return {
      title: "Deliveries",
      method: `${DELIVERIES} signed webhooks to ${DELIVERIES} hosts whose receiver answers at once, ${AT_ONCE} in hand. Belfry makes its calls in a thread, as its server does; the floor posts as much by node:http; ${ROUNDS} rounds in turn, medians.`,
      lines: [
        {
          what: "webhooks to distinct hosts",
          figure: rate(times.belfry),
          floor: rate(times.floor),
          unit: "calls/s",
          target: { least: 0.5 },
        },
      ],
      notes: ["Of Belfry's time, what it takes to write down each end is part: a delivery counts when it is on disk."],
      memory: { "this process": peakMemory(process.pid) },
    };
  } finally {
    await endChild(receiver);
  }
}

async function compare(folder: string, port: number, receiver: ReturnType<typeof startChild>) {
  const ready = path.join(folder, "deliveries.db");
  const db = await openDatabase(`file:${ready}`);
  await db.migrate();
  const urls = Array.from({ length: DELIVERIES }, (_, n) => `http://host-${n}.example:${port}/hook`);
  await queueWebhooks(db, urls);
  await db.close();
  const body = JSON.stringify({ type: "notification", data: { title: "x".repeat(200), url: "https://crm.example/1" } });
  // One for all rounds, as it lives as long as a server does.
  const outgoing = createOutgoingInThread({ allowPrivate: true, program: THREAD });
  const times = await inRounds(ROUNDS, {
    belfry: () => timeDeliveries(copyOf(ready), outgoing, receiver),
    // What the receiver says of these is heard here: else it would be taken for the end of Belfry's next round.
    floor: async () => (await Promise.all([timeBareCalls(urls, body, AT_ONCE), hear(receiver)]))[0],
  });
  outgoing.close();
  return times;
}

/** From the worker's start until nothing waits any more; milliseconds. */
async function timeDeliveries(
  file: string,
  outgoing: Outgoing,
  receiver: ReturnType<typeof startChild>,
): Promise<number> {
  const db = await openDatabase(`file:${file}`);
  const channels = new Map([["webhook" as const, createWebhook(outgoing, () => new Date())]]);
  const env = { EMAIL_DAILY_CAP: 1000 };
  globalThis.gc?.();
  const start = performance.now();
  const worker = startDelivering({
    db,
    channels,
    clock: systemClock,
    log: createLog("fatal"),
    authSecret: SECRET,
    env,
  });
  await hear(receiver);
  // Stopping waits for what is in hand to be written down.
  await worker.stop();
  const ms = performance.now() - start;
  const waiting = await db.read.select({ id: deliveries.id }).from(deliveries).where(ne(deliveries.state, "sent"));
  await db.close();
  // The client would find its connections again, where the floor makes its own each time.
  receiver.send("over");
  await sleep(1000);
  if (waiting.length > 0) throw new Error(`${waiting.length} of ${DELIVERIES} webhooks were not sent.`);
  return ms;
}
