import { afterAll, beforeEach, expect, test } from "vitest";
import { startWorkspace } from "../testing";
import type { Delivering } from "./call";
import { claimCalls } from "./claim-calls";
import { deliverCall } from "./deliver-due";
import { holdCalls } from "./hold-calls";
import { deliveringIn, IDLE, mailProvider } from "./testing";

const opened: Awaited<ReturnType<typeof startWorkspace>>[] = [];
let here: Awaited<ReturnType<typeof startWorkspace>>;
let mail: ReturnType<typeof mailProvider>;

beforeEach(async () => {
  here = await startWorkspace();
  opened.push(here);
  await here.addUsers(["ada", "bo"]);
  mail = mailProvider();
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const make = (more: Partial<Delivering> = {}) => deliveringIn(here, [mail.channel], more);

test("F13: a worker that slept through its lease is refused, and writes no second record, 100 of 100", {
  timeout: 60_000,
}, async () => {
  const mine = make();
  await mine.want("ada", "email");
  const ids = await mine.notify(100);
  await mine.queue(ids.map((notificationId) => ({ channel: "email", notificationId })));
  const late = [];
  for (let round = 0; round < 13; round++) late.push(...(await claimCalls(mine.given, { ...IDLE, room: 20 })));
  expect(late).toHaveLength(100);
  here.pass(29_999);
  await mine.deliver();
  expect(mail.mailed).toHaveLength(0);
  here.pass(2);
  await mine.deliver();
  expect(mail.mailed).toHaveLength(100);
  const before = { rows: await mine.rows(), attempts: await mine.attempts() };
  expect(new Set(before.rows.map(({ state }) => state))).toEqual(new Set(["sent"]));
  const kept = await Promise.all(late.map((call) => deliverCall(mine.given, call)));
  expect(kept).toEqual(Array(100).fill(0));
  expect(await mine.rows()).toEqual(before.rows);
  expect(await mine.attempts()).toHaveLength(200);
  expect(before.attempts.filter(({ outcome }) => outcome === "lost")).toHaveLength(100);
  // One effect a key, though every one was tried twice: the provider knows the keys.
  expect(new Set(mail.mailed.map(({ key }) => key)).size).toBe(100);
});

test("a heartbeat holds a claim for longer, and no longer once it is lost (F12)", async () => {
  const mine = make();
  const { id, row } = await mine.oneMail();
  const calls = await claimCalls(mine.given, IDLE);
  here.pass(20_000);
  await holdCalls(mine.given, calls);
  here.pass(20_000);
  await mine.deliver();
  expect((await row()).claims).toBe(1);
  here.pass(11_000);
  await mine.deliver();
  expect(await row()).toMatchObject({ state: "sent", claims: 2, lost: 1 });
  await holdCalls(mine.given, calls);
  expect((await mine.rows([id]))[0]?.leaseUntil).toBeNull();
});

test("F14: what kills its worker each time is a dead letter after five, and keeps nothing else for long", async () => {
  const mine = make();
  await mine.want("ada", "email");
  const notificationIds = await mine.notify(20);
  const ids = await mine.queue(notificationIds.map((notificationId) => ({ channel: "email", notificationId })));
  const poison = ids[7]!;
  // A worker dies, with all it has in hand, whenever the poison is among it.
  for (let round = 0; round < 120; round++) {
    const calls = await claimCalls(mine.given, IDLE);
    const dies = calls.some(({ members }) => members.some(({ row }) => row.id === poison));
    if (!dies) await Promise.all(calls.map((call) => deliverCall(mine.given, call)));
    if (calls.length === 0) here.pass(5000);
  }
  const rows = await mine.rows(ids);
  expect(rows.find(({ id }) => id === poison)).toMatchObject({
    state: "failed",
    reason: "attempts_exhausted",
    detail: "worker_lost",
    lost: 5,
  });
  expect(rows.filter(({ state }) => state === "sent")).toHaveLength(19);
});
