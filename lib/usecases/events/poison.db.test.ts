import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import { events } from "@/db/schema/events";
import { mergeWindows } from "@/db/schema/merging";
import { AppError } from "@/lib/app-error";
import { newId } from "@/lib/ids";
import { startWorkspace } from "../testing";
import { closeDueWindows } from "./close-due-windows";
import { decideDueEvents } from "./decide-due-events";
import type { DecideOptions } from "./decided-chunk";
import { getEvent } from "./get-event";

const LEASE = 30_000;
let mergeWindowSeconds = 0;
let here: Awaited<ReturnType<typeof startWorkspace>>;
const faults: string[] = [];

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers(["ada", "bo", "cy"]);
  await here.addGroup("all", [{ user: "ada" }, { user: "bo" }, { user: "cy" }]);
});
beforeEach(() => {
  faults.length = 0;
});
afterAll(() => here.close());

/** A worker that dies with all it has in hand once it has claimed `poison`; whether it lived through its pass. */
async function work(poison: string): Promise<boolean> {
  let die = () => {};
  const died = new Promise<false>((resolve) => (die = () => resolve(false)));
  let dead = false;
  const db: Database = {
    ...here.db,
    async transact(work) {
      if (dead) return new Promise(() => {});
      const result = await here.db.transact(work);
      const claimed = [result].flat() as Partial<EventRow>[];
      dead = claimed.some((one) => one?.id === poison && (one.unheard ?? 0) <= 5);
      if (dead) die();
      return result;
    },
  };
  return Promise.race([pass(db).then(() => true as const), died]);
}

/** One pass of a worker that lives. */
async function pass(db: Database = here.db, more: Partial<DecideOptions> = {}): Promise<void> {
  const { now } = here.asApp();
  const onFault = (id: string) => void faults.push(id);
  const options = { now, newId, activeWindowSeconds: 60, people: 2, onFault, ...more };
  await closeDueWindows(db, options, () => {});
  await decideDueEvents(db, { ...options, mergeWindowSeconds }, () => {});
}

/** Makes an event one that throws whenever it is decided. */
async function spoil(id: string): Promise<void> {
  const [row] = await here.db.read.select().from(events).where(eq(events.id, id));
  const payload = { ...row!.payload, data: null as never };
  await here.db.transact((tx) => tx.update(events).set({ payload }).where(eq(events.id, id)));
}

const assign = (user: string) => here.publish({ topic: "deals.assigned", recipients: [{ user, as: "assignee" }] });

/** Its status, what its first decision says of the bell, and whether that has a notification. */
async function endOf(id: string) {
  const { status, decisions } = await getEvent.run(here.asApp(), { id, limit: 10, cursor: undefined });
  const [bell] = decisions[0]?.channels ?? [];
  return [status, `${bell?.outcome} ${bell?.reason}`, decisions[0]?.notification_id != null];
}
const TOLD = ["processed", expect.stringMatching(/^sent |^merged /), true];
const EXHAUSTED = ["processed", "failed attempts_exhausted", false];

test("F14: an event that kills its worker each time is given up after five, says so to all, and holds up no other", async () => {
  const event = { topic: "deals.stage_changed", recipients: [{ group: "all", as: "owner" }] };
  const before = await Promise.all([1, 2, 3].map(() => here.publish(event)));
  const poison = await here.publish(event);
  const after = await Promise.all([1, 2, 3].map(() => here.publish(event)));
  let deaths = 0;
  const decided = async (id: string) => getEvent.run(here.asApp(), { id, limit: 10, cursor: undefined });
  for (let pass = 0; pass < 200 && (await decided(poison)).status !== "processed"; pass++) {
    if (await work(poison)) continue;
    deaths++;
    here.pass(LEASE + 1);
  }
  expect(deaths).toBe(5);
  expect(faults.filter((id) => id !== poison)).toEqual([]);
  expect(faults).toContain(poison);
  const { decisions } = await decided(poison);
  expect(decisions.map(({ user }) => user)).toEqual(["ada", "bo", "cy"]);
  const said = decisions.flatMap(({ channels }) => channels.map(({ outcome, reason }) => `${outcome} ${reason}`));
  expect(new Set(said)).toEqual(new Set(["failed attempts_exhausted"]));
  for (const id of [...before, ...after]) {
    const { status, decisions } = await decided(id);
    expect([status, decisions.length]).toEqual(["processed", 3]);
  }
});

test("F14: a merge window that kills its worker each time is given up after five, says so, and holds up no other", async () => {
  mergeWindowSeconds = 300;
  const poisoned = [await assign("ada"), await assign("ada")];
  const others = [await assign("bo"), await assign("bo"), await assign("cy")];
  await work("none");
  const windows = await here.db.read.select().from(mergeWindows);
  const poison = windows.find(({ userId }) => userId === "ada")!.id;
  here.pass(300_000);
  let deaths = 0;
  const left = async () => (await here.db.read.select().from(mergeWindows)).length;
  for (let pass = 0; pass < 50 && (await left()) > 0; pass++) {
    if (await work(poison)) continue;
    deaths++;
    here.pass(LEASE);
    // The others wait for three at most: by then what may be poison goes alone, and last.
    if (deaths > 3) expect(await left()).toBe(1);
  }
  expect(deaths).toBe(5);
  for (const id of poisoned) expect(await endOf(id)).toEqual(EXHAUSTED);
  for (const id of others) expect(await endOf(id)).toEqual(TOLD);
  expect(faults).toContain(poison);
});

test.each([
  ["an event", 0],
  ["a merge window", 300],
])("F14: %s that throws each time is given up after five tries, says so, and holds up no other", async (_, seconds) => {
  mergeWindowSeconds = seconds;
  const [poisoned, ...others] = [await assign("ada"), await assign("bo"), await assign("cy")];
  if (seconds > 0) await pass();
  await spoil(poisoned!);
  here.pass(seconds * 1000);
  await pass();
  for (const id of others) expect(await endOf(id)).toEqual(TOLD);
  let tries = 1;
  for (; tries < 20 && (await endOf(poisoned!))[0] !== "processed"; tries++) {
    here.pass(LEASE + 1);
    await pass();
  }
  expect(await endOf(poisoned!)).toEqual(EXHAUSTED);
  // Five that threw, and the one that gives it up: each is in the log, and nothing else is.
  expect([tries, faults.length, new Set(faults).size]).toEqual([6, 6, 1]);
});

test.each([
  ["an event", 0],
  ["a merge window", 300],
])("F9: %s outlives a database that is away, however often", async (_, seconds) => {
  mergeWindowSeconds = seconds;
  const id = await assign("ada");
  if (seconds > 0) await pass();
  here.pass(seconds * 1000);
  for (let tries = 0; tries < 10; tries++) {
    await pass(here.db, {
      newId() {
        throw new AppError("unavailable", "The database is not available right now. Try again shortly.");
      },
    });
    here.pass(LEASE + 1);
  }
  expect(faults).toHaveLength(10);
  await pass();
  expect(await endOf(id)).toEqual(TOLD);
});
