import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { DIALECT } from "@/db/dialect";
import { events } from "@/db/schema/events";
import { notifications } from "@/db/schema/notifications";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { createLog } from "@/lib/log";
import type { Runtime } from "@/lib/runtime";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { startWorkspace } from "@/lib/usecases/testing";
import { startDelivering } from "@/lib/worker/deliverer";
import { startWorker } from "@/lib/worker/worker";
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
    const forgetful = exampleChannel(
      async ({ messages }) => {
        sent.push(...messages.map(({ key }) => key));
        await sleep(300);
        return messages.map(() => ({ outcome: "sent" }));
      },
      { keyMemory: 0 },
    );
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

/** Workers on hosts whose clocks are ten minutes apart, each with its own connections; what they told, and when. */
async function deciding() {
  const told: { id: string; at: number }[] = [];
  const databases = await Promise.all(SKEWS.map(() => openDatabase(here.url)));
  const start = async (db: Database, ahead: number) =>
    startWorker({
      db,
      clock: await databaseClock(db, wall(ahead)),
      channels: new Map(),
      log: createLog("fatal"),
      env: { EMAIL_DAILY_CAP: 999, ACTIVE_WINDOW_SECONDS: 60, MERGE_WINDOW_SECONDS: 0 },
      realtime: {
        async send(messages: { signal: { notificationIds: string[] } }[]) {
          const at = Date.now();
          told.push(...messages.flatMap(({ signal }) => signal.notificationIds.map((id) => ({ id, at }))));
        },
      },
    } as unknown as Runtime);
  const workers = await Promise.all(databases.map((db, n) => start(db, SKEWS[n]!)));
  return {
    told,
    wake: () => workers.forEach((worker) => void worker.wake()),
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all(databases.map((db) => db.close()));
    },
  };
}

/** The statuses of these events, each once, and the notifications of them. */
async function rowsOf(ids: readonly string[]) {
  const rows = (await here.db.read.select().from(events)).filter(({ id }) => ids.includes(id));
  const made = (await here.db.read.select().from(notifications)).filter(({ eventId }) => ids.includes(eventId));
  return { statuses: new Set(rows.map(({ status }) => status)), made };
}

test("F28: two workers whose clocks are ten minutes apart decide each event once, and tell it once", {
  timeout: 40_000,
}, async () => {
  const people = ["bo", "cy", "di", "ed"];
  await here.addUsers(people);
  await here.addGroup(
    "skewed",
    people.map((user) => ({ user })),
  );
  // Long due, also for whose clock is behind; on a file the other takes over at once what it holds.
  here.pass(Date.now() - 15 * MINUTES - here.asApp().now.getTime());
  const recipients = [{ group: "skewed", as: "owner" }];
  const ids = await Promise.all(
    Array.from({ length: 60 }, () => here.publish({ topic: "deals.stage_changed", recipients })),
  );
  const workers = await deciding();
  workers.wake();
  await expect.poll(async () => [...(await rowsOf(ids)).statuses], { timeout: 20_000 }).toEqual(["processed"]);
  await workers.stop();
  const { made } = await rowsOf(ids);
  expect([made.length, new Set(made.map((row) => `${row.eventId} ${row.userId}`)).size]).toEqual([240, 240]);
  expect(workers.told.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
});

test.runIf(DIALECT === "postgres")(
  "F28: what has its time is told then by the clock of the database, however far ahead a host's own is",
  { timeout: 40_000 },
  async () => {
    here.pass(Date.now() - here.asApp().now.getTime());
    const workers = await deciding();
    const due = Date.now() + 1500;
    const deliver_at = new Date(due).toISOString();
    const recipients = [{ user: "ada", as: "owner" }];
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => here.publish({ topic: "deals.stage_changed", recipients, deliver_at })),
    );
    workers.wake();
    await expect.poll(async () => [...(await rowsOf(ids)).statuses], { timeout: 20_000 }).toEqual(["processed"]);
    await workers.stop();
    const ours = new Set((await rowsOf(ids)).made.map(({ id }) => id));
    const times = workers.told.filter(({ id }) => ours.has(id)).map(({ at }) => at);
    expect(times).toHaveLength(5);
    // The database is asked over a connection, which takes a moment: its clock is known to within that.
    expect(Math.min(...times)).toBeGreaterThan(due - 250);
  },
);
