import { setTimeout as sleep } from "node:timers/promises";
import { isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIALECT } from "@/db/dialect";
import { deliveries } from "@/db/schema/deliveries";
import { events } from "@/db/schema/events";
import type { Message } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { changeMySchedule } from "@/lib/usecases/schedule/change-my-schedule";
import { startWorkspace } from "@/lib/usecases/testing";
import { startWorker } from "./worker";

/** F18 asks for 50; processes are stopped in lib/boot/shutdown.process.test. */
const STOPS = process.env.SOAK === "1" ? 50 : 3;
const HOUR = 3_600_000;
const DIGESTED = ["ada", "bo", "cy", "dee"];
const AT_ONCE = ["eve", "fay"];
/** What one call takes; milliseconds. */
const TAKES = 15;
let here: Awaited<ReturnType<typeof startWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
const sent: Message[] = [];
let onCall = (_: Message) => {};
let calling = 0;

/** Knows no keys: who asks it twice, sends twice. */
const forgetful = exampleChannel(
  async ({ messages }) => {
    sent.push(...messages);
    calling++;
    onCall(messages[0]!);
    await sleep(TAKES);
    calling--;
    return messages.map(() => ({ outcome: "sent" }));
  },
  { keyMemory: 0 },
);

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers([...DIGESTED, ...AT_ONCE]);
  mine = deliveringIn(here, [forgetful]);
  // It is noon, whenever it is.
  ahead = Date.parse("2026-11-21T12:00:00Z") - Date.now();
  for (const user of [...DIGESTED, ...AT_ONCE]) await mine.want(user, "email");
  const wish = changeMySchedule.input.parse({ email: { kind: "daily", at: "08:00" } });
  for (const user of DIGESTED) await changeMySchedule.run(here.asUser(user), wish);
});
afterAll(() => here.close());

function start() {
  return startWorker({
    db: here.db,
    clock,
    log: createLog("fatal"),
    channels: mine.given.channels,
    authSecret: "secret",
    env: { EMAIL_DAILY_CAP: 1000, ACTIVE_WINDOW_SECONDS: 60, MERGE_WINDOW_SECONDS: 0 },
    realtime: { send: async () => {}, disconnect: async () => {} },
  } as unknown as Runtime);
}

/** Each hears of two things: some at once, the others at eight in the morning. */
async function post(): Promise<void> {
  here.pass(clock.now().getTime() - here.asApp().now.getTime());
  const topic = "deals.stage_changed";
  for (const user of [...DIGESTED, ...AT_ONCE, ...DIGESTED, ...AT_ONCE]) {
    await here.publish({ topic, recipients: [{ user, as: "owner" }] });
  }
}

test(`F18: ${STOPS} stops, also amid digests: what is in hand is done, nothing is left to be rescued, and each is told once`, {
  timeout: 20_000 + STOPS * 3000,
}, async () => {
  const amid = { digests: 0, calls: 0 };
  for (let stop = 0; stop < STOPS; stop++) {
    // What was posted the day before is due in digests by now.
    ahead += 24 * HOUR;
    await post();
    // By turns: amid any call, amid a digest, and at any moment at all.
    let digest: Message | null = null;
    const begun = new Promise<void>((resolve) => {
      onCall = (message) => {
        digest = message.content.digest ? message : null;
        if (stop % 3 === 0 || (stop % 3 === 1 && digest)) resolve();
      };
    });
    // On PostgreSQL two at once.
    const workers = DIALECT === "postgres" ? [start(), start()] : [start()];
    for (const worker of workers) worker.wake();
    await Promise.race([begun, sleep(stop % 3 === 2 ? (stop * 37) % 150 : 5000)]);
    if (calling > 0) amid.calls++;
    if (calling > 0 && digest) amid.digests++;
    const askedAt = performance.now();
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(performance.now() - askedAt).toBeLessThan(25_000);
    expect(calling).toBe(0);
    await expectNothingHeld();
  }
  ahead += 24 * HOUR;
  const last = start();
  const waiting = async () => (await mine.rows()).filter(({ state }) => state === "pending").length;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
  await last.stop();
  await expectNothingHeld();
  expect(amid.digests).toBeGreaterThan(0);
  if (STOPS > 3) process.stdout.write(`${STOPS} stops: ${JSON.stringify(amid)}, ${sent.length} messages\n`);

  const keys = sent.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const told = sent.flatMap(({ content }) => content.digest?.items.map(({ id }) => id) ?? content.notificationId);
  const rows = await mine.rows();
  expect(told.sort()).toEqual(rows.map(({ notificationId }) => notificationId).sort());
  expect(rows).toHaveLength(STOPS * 12);
  expect(rows.filter(({ state, lost }) => state !== "sent" || lost > 0)).toEqual([]);
});

async function expectNothingHeld(): Promise<void> {
  expect(await here.db.read.select().from(deliveries).where(isNotNull(deliveries.leaseUntil))).toEqual([]);
  expect(await here.db.read.select().from(events).where(isNotNull(events.leaseUntil))).toEqual([]);
  expect((await mine.attempts()).filter(({ outcome }) => outcome !== "sent")).toEqual([]);
}
