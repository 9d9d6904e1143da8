import Sqlite from "better-sqlite3";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { DIALECT } from "@/db/dialect";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { systemClock } from "@/lib/clock";
import { createLog } from "@/lib/log";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { startWorkspace } from "@/lib/usecases/testing";
import { startDelivering } from "./deliverer";
import type { Worker } from "./stoppable";

/** Milliseconds: short, so that the test is. */
const LEASE = 600;
const BEAT = 60;
let here: Awaited<ReturnType<typeof startWorkspace>>;
const workers: Worker[] = [];
let letGo = () => {};

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterEach(async () => {
  letGo();
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});
afterAll(() => here.close());

/** A worker whose provider does what it is told, and who was asked to send what through it. */
function start(send: () => Promise<void>) {
  const asked: string[] = [];
  const failed: string[] = [];
  const channel = exampleChannel(async ({ messages }) => {
    asked.push(...messages.map(({ key }) => key));
    await send();
    return messages.map(() => ({ outcome: "sent" }));
  });
  const log = createLog("fatal");
  log.warn = (_: unknown, words?: string) => void failed.push(words ?? "");
  const runtime = { db: here.db, channels: new Map([["email" as const, channel]]), clock: systemClock, log };
  const worker = startDelivering(
    { ...runtime, authSecret: "secret", env: { EMAIL_DAILY_CAP: 1000 } },
    { lease: LEASE, beat: BEAT },
  );
  workers.push(worker);
  return { asked, failed, worker };
}

test("F16: a worker whose heartbeats the database refuses takes on nothing more, and loses what it holds to others", {
  timeout: 40_000,
}, async () => {
  await refuseHeartbeats();
  const mine = deliveringIn(here, []);
  await mine.want("ada", "email");
  // The worker has the real clock.
  here.pass(Date.now() - here.asApp().now.getTime());
  const one = async () => {
    const [notificationId = ""] = await mine.notify(1);
    return (await mine.queue([{ channel: "email", notificationId }]))[0]!;
  };
  const stuck = await one();
  const silent = start(() => new Promise((resolve) => (letGo = resolve)));
  silent.worker.wake();
  await expect.poll(() => silent.asked, { timeout: 10_000 }).toEqual([stuck]);
  // Twice as many beats as the lease has room for.
  const beats = (LEASE / BEAT) * 2;
  await expect.poll(() => silent.failed.length, { timeout: 20_000 }).toBeGreaterThan(beats);
  expect(new Set(silent.failed)).toEqual(new Set(["calls in hand could not be held on to"]));
  const fresh = await one();
  const seen = silent.failed.length;
  silent.worker.wake();
  await expect.poll(() => silent.failed.length, { timeout: 20_000 }).toBeGreaterThan(seen + beats);
  expect(silent.asked).toEqual([stuck]);
  expect((await mine.rows([fresh]))[0]).toMatchObject({ state: "pending", claims: 0 });

  const healthy = start(async () => {});
  healthy.worker.wake();
  await expect.poll(() => healthy.asked.toSorted(), { timeout: 10_000 }).toEqual([stuck, fresh].sort());
  await expect
    .poll(async () => (await mine.rows([stuck, fresh])).map(({ state }) => state), { timeout: 10_000 })
    .toEqual(["sent", "sent"]);
  letGo();
  await silent.worker.stop();
  expect((await mine.rows([stuck]))[0]).toMatchObject({ state: "sent", claims: 2, attempts: 1, lost: 1 });
});

/** From now on the database takes everything but the heartbeat: a longer lease of the same claim. */
async function refuseHeartbeats(): Promise<void> {
  const when = "new.claims = old.claims and new.lease_until > old.lease_until";
  if (DIALECT === "sqlite") {
    const database = new Sqlite(here.url.slice("file:".length));
    database.exec(
      `create trigger no_heartbeat before update of lease_until on deliveries when ${when} begin select raise(abort, 'no'); end`,
    );
    return void database.close();
  }
  const client = new Client({ connectionString: here.url });
  await client.connect();
  await client.query("create function no() returns trigger language plpgsql as 'begin raise exception ''no''; end'");
  await client.query(
    `create trigger no_heartbeat before update on deliveries for each row when (${when}) execute function no()`,
  );
  await client.end();
}
