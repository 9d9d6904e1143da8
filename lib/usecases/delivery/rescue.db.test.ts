import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { insertDeliveries, type NewDelivery } from "@/db/queries/deliveries";
import { saveGate } from "@/db/queries/gates";
import { gates } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import type { OutsideChannel } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { newId } from "@/lib/ids";
import { anotherWorkspace, startWorkspace } from "../testing";
import { claimCalls, type InHand } from "./claim-calls";
import { deliverCall, deliverDue } from "./deliver-due";
import { deliveringIn } from "./testing";

/** F15 asks for 10,000. */
const LONG_JOBS = process.env.SOAK === "1" ? 10_000 : 200;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
let mailed: string[];

const mail = exampleChannel(async ({ messages }) => {
  mailed.push(...messages.map(({ key }) => key));
  return messages.map(() => ({ outcome: "sent" }));
});
const hook: OutsideChannel = { ...mail, channel: "webhook", oneProvider: false };

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  mine = deliveringIn(here, [mail, hook]);
  await here.addUser("ada");
  await mine.want("ada", "email");
  mailed = [];
});
afterEach(() =>
  base.db.transact(async (tx) => {
    await tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId));
    await tx.delete(gates);
  }),
);

function inHand(room: number): InHand {
  return { room, kept: 0, orphans: 0, rescues: true, seen: new Map() };
}

test(`F15: orphans are rescued at once, ahead of ${LONG_JOBS} long jobs, of what must wait and of what may be poison`, {
  timeout: 60_000,
}, async () => {
  const connectionId = await mine.addWebhook("https://hooks.example/");
  await mine.notify(10);
  const orphans = [...(await claimCalls(mine.given, inHand(64))), ...(await claimCalls(mine.given, inHand(64)))];
  const ids = orphans.flatMap(({ members }) => members.map(({ row }) => row.id)).sort();
  expect(ids).toHaveLength(10);
  here.pass(mine.given.lease + 1);
  const { now } = here.asApp();
  const lane = `webhook:${connectionId}`;
  // All of these were due before the orphans.
  await queue(LONG_JOBS, { leaseUntil: later(now, mine.given.lease) });
  await queue(20, { leaseUntil: later(now, -1), channel: "webhook", connectionId, lane });
  await queue(9, { leaseUntil: later(now, -1), lost: 2 });
  // Its receiver asked to be left alone for a day.
  await here.db.transact((tx) => saveGate(tx, lane, { readyAt: later(now, DAY), failures: 1 }, now));
  for (let look = 0; look < 2; look++) await deliverDue(mine.given);
  expect([...mailed].sort()).toEqual(ids);
  const rescued = await mine.rows(ids);
  expect(new Set(rescued.map(({ state, claims, lost }) => `${state} ${claims} ${lost}`))).toEqual(
    new Set(["sent 2 1"]),
  );
});

test("F14: beside what kills its worker each time, the others keep nine tenths of their pace", {
  timeout: 60_000,
}, async () => {
  const [ROOM, STEPS, STEP] = [2, 60, 3000];
  await mine.notify(ROOM * STEPS + 10);
  const poison = (await mine.rows())[3]!.id;
  for (let step = 0; step < STEPS; step++) {
    const calls = await claimCalls(mine.given, inHand(ROOM));
    // A worker dies with all that it has in hand; another takes its place.
    const dies = calls.some(({ members }) => members.some(({ row }) => row.id === poison));
    if (!dies) await Promise.all(calls.map((call) => deliverCall(mine.given, call)));
    here.pass(STEP);
  }
  expect(mailed.length).toBeGreaterThanOrEqual(0.9 * ROOM * STEPS);
  here.pass(HOUR);
  await mine.deliver();
  const ends = (await mine.rows()).map(({ id, state, detail, lost }) =>
    id === poison ? `${state} ${detail} ${lost}` : state,
  );
  expect(ends.filter((end) => end !== "sent")).toEqual(["failed worker_lost 5"]);
  expect(mailed).not.toContain(poison);
});

/** Deliveries that a worker holds, or held: one of many, so that nothing else of them is there. */
async function queue(count: number, more: Partial<NewDelivery>): Promise<void> {
  const due = later(here.asApp().now, -HOUR);
  const rows = Array.from({ length: count }, (): NewDelivery => {
    const id = newId("dlv");
    return {
      id,
      key: id,
      workspaceId: here.workspaceId,
      userId: "ada",
      eventId: id,
      notificationId: id,
      topic: "deals.stage_changed",
      channel: "email",
      lane: "email",
      state: "pending",
      reason: "queued",
      dueAt: due,
      createdAt: due,
      claimedAt: due,
      claims: 1,
      ...more,
    };
  });
  await here.db.transact((tx) => insertDeliveries(tx, rows));
}

function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}
