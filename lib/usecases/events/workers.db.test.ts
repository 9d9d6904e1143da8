import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { claimDueEvents } from "@/db/queries/due-events";
import { decisions, events } from "@/db/schema/events";
import { notifications } from "@/db/schema/notifications";
import { newId } from "@/lib/ids";
import { startWorkspace } from "../testing";
import type { Changed } from "./changed";
import { decideDueEvents } from "./decide-due-events";

const PEOPLE = ["ada", "bo", "cy", "di", "ed"];
let here: Awaited<ReturnType<typeof startWorkspace>>;
/** As many processes would have them: each with its own connections. */
let databases: Database[];
const faults: unknown[] = [];

beforeAll(async () => {
  here = await startWorkspace();
  databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(here.url)));
  await here.addUsers(PEOPLE);
  await here.addGroup(
    "all",
    PEOPLE.map((user) => ({ user })),
  );
});
afterAll(async () => {
  await Promise.all(databases.map((db) => db.close()));
  await here.close();
});

function optionsNow() {
  return {
    now: here.asApp().now,
    newId,
    activeWindowSeconds: 60,
    onFault: (_: string, err: unknown) => faults.push(err),
  };
}

/** One worker until nothing is due; what it told. */
async function work(db: Database): Promise<Changed[]> {
  const told: Changed[] = [];
  while ((await decideDueEvents(db, optionsNow(), (changed) => told.push(...changed))) > 0);
  return told;
}

async function publishMany(count: number, event: (n: number) => Parameters<typeof here.publish>[0]): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => here.publish(event(n))));
}

/** Rows by event id, of this test's events alone. */
async function rowsOf(ids: readonly string[]) {
  const [allEvents, allDecisions, allNotifications] = await Promise.all([
    here.db.read.select().from(events),
    here.db.read.select().from(decisions),
    here.db.read.select().from(notifications),
  ]);
  const ours = new Set(ids);
  return {
    statuses: new Set(allEvents.filter(({ id }) => ours.has(id)).map(({ status }) => status)),
    leased: allEvents.filter(({ leaseUntil }) => leaseUntil !== null).length,
    decisions: allDecisions.filter(({ eventId }) => ours.has(eventId)).map((row) => `${row.eventId} ${row.userId}`),
    notifications: allNotifications.filter(({ eventId }) => ours.has(eventId)),
  };
}

test("F11: eight claimers at once on 1,000 events: each event is claimed once", { timeout: 60_000 }, async () => {
  const ids = await publishMany(1000, () => ({ topic: "deals.stage_changed", recipients: [{ user: "ada" }] }));
  const { now } = here.asApp();
  const leaseUntil = new Date(now.getTime() + 30_000);
  const claimAll = async (db: Database) => {
    const claimed: string[] = [];
    for (;;) {
      const rows = await db.transact((tx) => claimDueEvents(tx, now, leaseUntil, 17));
      if (rows.length === 0) return claimed;
      claimed.push(...rows.map(({ id }) => id));
    }
  };
  const claimed = (await Promise.all([...databases, ...databases].map(claimAll))).flat();
  expect(claimed.sort()).toEqual(ids.sort());
  here.pass(31_000);
  await work(here.db);
});

test("F11: four workers on 300 events: each is decided once, for each person once, and told once", {
  timeout: 60_000,
}, async () => {
  const ids = await publishMany(300, (n) => ({
    topic: "deals.stage_changed",
    recipients: [
      { group: "all", as: "follower" },
      { user: PEOPLE[n % 5]!, as: "owner" },
    ],
  }));
  const told = (await Promise.all(databases.map(work))).flat();
  const rows = await rowsOf(ids);
  expect(faults).toEqual([]);
  expect([...rows.statuses]).toEqual(["processed"]);
  expect(rows.leased).toBe(0);
  expect(new Set(rows.decisions).size).toBe(1500);
  expect(new Set(rows.notifications.map((row) => `${row.eventId} ${row.userId}`)).size).toBe(1500);
  expect(rows.notifications).toHaveLength(1500);
  expect(told.flatMap((one) => one.notificationIds).sort()).toEqual(rows.notifications.map(({ id }) => id).sort());
});

test("F11: four workers race one update_key: one notification a person, of the newest event", {
  timeout: 60_000,
}, async () => {
  const ids = await publishMany(120, (n) => ({
    topic: "apps.callback",
    // In another order each time, so that two workers meet from both ends.
    recipients: (n % 2 ? PEOPLE : [...PEOPLE].reverse()).map((user) => ({ user, as: "creator" })),
    update_key: `import-${n % 3}`,
    data: { progress: n / 120 },
  }));
  for (let round = 0; round < 10; round++) {
    await Promise.all(databases.map(work));
    here.pass(2000);
  }
  const rows = await rowsOf(ids);
  expect(faults).toEqual([]);
  expect([...rows.statuses]).toEqual(["processed"]);
  expect(rows.notifications).toHaveLength(3 * PEOPLE.length);
  expect(new Set(rows.decisions).size).toBe(120 * PEOPLE.length);
  const newest = [0, 1, 2].map((key) =>
    ids
      .filter((_, n) => n % 3 === key)
      .sort()
      .at(-1),
  );
  for (const [key, eventId] of newest.entries()) {
    const ofKey = rows.notifications.filter(({ updateKey }) => updateKey === `import-${key}`);
    expect(ofKey.map((row) => row.eventId)).toEqual(PEOPLE.map(() => eventId));
  }
});

test("F13: what a worker decided that slept through its lease is refused, 100 of 100", {
  timeout: 60_000,
}, async () => {
  const ids = await publishMany(100, () => ({ topic: "deals.stage_changed", recipients: [{ group: "all" }] }));
  const [sleeper, other] = databases as [Database, Database];
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let claimed = false;
  // Frozen between its claim and its writing, as by SIGSTOP.
  const frozen: Database = {
    ...sleeper,
    transact: async (one) => {
      if (claimed) await asleep;
      const result = await sleeper.transact(one);
      claimed = true;
      return result;
    },
  };
  const told: Changed[] = [];
  const late = decideDueEvents(frozen, optionsNow(), (changed) => told.push(...changed));
  await expect.poll(() => claimed).toBe(true);
  expect(await work(other)).toEqual([]);
  here.pass(31_000);
  expect((await work(other)).length).toBeGreaterThan(0);
  const before = await rowsOf(ids);
  wake();
  await late;
  expect(told).toEqual([]);
  expect(faults).toEqual([]);
  expect(await rowsOf(ids)).toEqual(before);
  expect(before.notifications).toHaveLength(500);
});

test("a large audience that one worker began is ended by another, from where it stood", {
  timeout: 60_000,
}, async () => {
  const many = Array.from({ length: 2300 }, (_, n) => `member-${n}`);
  await here.addUsers(many);
  await here.addGroup(
    "many",
    many.map((user) => ({ user })),
  );
  const id = await here.publish({ topic: "customers.created", recipients: [{ group: "many" }] });
  const told: Changed[] = [];
  for (const db of [...databases, ...databases]) await decideDueEvents(db, optionsNow(), (some) => told.push(...some));
  expect(told.map(({ userId }) => userId).sort()).toEqual([...many].sort());
  expect((await rowsOf([id])).decisions).toHaveLength(2300);
});

test("whoever is nobody may be named twice, by address, id and group", async () => {
  const twice = [{ email: "no@example.com" }, { email: "NO@example.com" }, { user: "no@example.com" }, { group: "no" }];
  const outcomes = await here.outcomes({
    topic: "deals.stage_changed",
    recipients: [...twice, ...twice, { user: "group:no" }, { user: "ada" }],
  });
  expect([...outcomes.keys()].sort()).toEqual(["NO@example.com", "ada", "group:no", "no@example.com"]);
});
