import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { createLog } from "@/lib/log";
import { claimCalls } from "@/lib/usecases/delivery/claim-calls";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { startWorkspace } from "@/lib/usecases/testing";
import { startDelivering } from "./deliverer";

/** Milliseconds: short, so that the test is. */
const LEASE = 5400;
const BEAT = 600;
const TAKES = 60;
const [HOUR, DAY] = [3_600_000, 86_400_000];
const JUMPS = [HOUR, -HOUR, DAY, 1000, -1000, -DAY, 2 * HOUR, DAY, -HOUR];
const MAILS = 40;
let here: Awaited<ReturnType<typeof startWorkspace>>;
let ahead = 0;
const now = () => new Date(Date.now() + ahead);
const sent: string[] = [];

/** Knows no keys: who asks it twice, sends twice. */
const forgetful = exampleChannel(
  async ({ messages }) => {
    sent.push(...messages.map(({ key }) => key));
    await sleep(TAKES);
    return messages.map(() => ({ outcome: "sent" }));
  },
  { keyMemory: 0 },
);

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterAll(() => here.close());

function start() {
  const channels = new Map([["email" as const, forgetful]]);
  return startDelivering(
    {
      db: here.db,
      channels,
      clock: { now },
      log: createLog("fatal"),
      authSecret: "secret",
      env: { EMAIL_DAILY_CAP: 999 },
    },
    { lease: LEASE, beat: BEAT },
  );
}

test("F28: the clock jumps forth and back while mails leave: each is sent once, and what a dead worker held is rescued", {
  timeout: 40_000,
}, async () => {
  here.pass(Date.now() - here.asApp().now.getTime());
  const mine = deliveringIn(here, [forgetful], { lease: LEASE });
  await mine.want("ada", "email");
  await mine.notify(MAILS);
  const held = await claimCalls(mine.given, { room: 1, kept: 0, orphans: 0, rescues: true, seen: new Map() });
  const orphan = held[0]?.members[0]?.row.id;
  const workers = [start(), start()];
  for (const jump of JUMPS) {
    ahead += jump;
    for (const worker of workers) worker.wake();
    await sleep(TAKES / 2);
  }
  const pending = async () => (await mine.rows()).filter(({ state }) => state === "pending").length;
  await expect.poll(pending, { timeout: 20_000 }).toBe(0);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(sent).toHaveLength(MAILS);
  expect(new Set(sent).size).toBe(MAILS);
  const twice = (await mine.rows()).filter(({ claims, lost }) => claims !== 1 || lost !== 0);
  expect(twice).toMatchObject([{ id: orphan, state: "sent", claims: 2, lost: 1 }]);
});
