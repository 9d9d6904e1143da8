import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DIALECT } from "@/db/dialect";
import type { OutsideChannel } from "@/lib/channels/channel";
import { createLog } from "@/lib/log";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { startWorkspace } from "@/lib/usecases/testing";
import { startDelivering } from "@/lib/worker/deliverer";
import { databaseClock } from "./database-clock";

const MINUTES = 60_000;
const MAILS = 30;
const SKEWS = [5 * MINUTES, -5 * MINUTES];
let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterAll(() => here.close());

/** A clock on the wall that is always so much ahead. */
const wall = (ahead: number) => ({ now: () => new Date(Date.now() + ahead) });

test("several hosts go by the clock of their database, the only host of a file by its own (F28)", async () => {
  for (const ahead of SKEWS) {
    const clock = await databaseClock(here.db, wall(ahead));
    const off = clock.now().getTime() - Date.now();
    expect(Math.abs(off - (DIALECT === "postgres" ? 0 : ahead))).toBeLessThan(MINUTES);
  }
});

test.runIf(DIALECT === "postgres")(
  "F28: two hosts whose clocks are ten minutes apart send each mail once, and take nothing from each other",
  async () => {
    const sent: string[] = [];
    const forgetful: OutsideChannel = {
      channel: "email",
      oneProvider: true,
      pace: { channel: 0, lane: 0 },
      batch: 1,
      keyMemory: 0,
      async send({ messages }) {
        sent.push(...messages.map(({ key }) => key));
        await sleep(300);
        return messages.map(() => ({ outcome: "sent" }));
      },
    };
    // Long due, also for whose clock is behind.
    here.pass(Date.now() - 15 * MINUTES - here.asApp().now.getTime());
    const mine = deliveringIn(here, [forgetful]);
    await mine.want("ada", "email");
    await mine.notify(MAILS);
    const workers = await Promise.all(
      SKEWS.map(async (ahead) =>
        startDelivering({
          db: here.db,
          channels: mine.given.channels,
          clock: await databaseClock(here.db, wall(ahead)),
          log: createLog("fatal"),
          authSecret: "secret",
          env: { EMAIL_DAILY_CAP: 999 },
        }),
      ),
    );
    const busy = setInterval(() => {
      for (const worker of workers) worker.wake();
    }, 20);
    const pending = async () => (await mine.rows()).filter(({ state }) => state === "pending").length;
    await expect.poll(pending, { timeout: 20_000 }).toBe(0);
    clearInterval(busy);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect([sent.length, new Set(sent).size]).toEqual([MAILS, MAILS]);
    expect((await mine.rows()).filter(({ claims, lost }) => claims !== 1 || lost !== 0)).toEqual([]);
  },
);
