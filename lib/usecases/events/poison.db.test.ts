import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import { mergeWindows } from "@/db/schema/merging";
import { newId } from "@/lib/ids";
import { startWorkspace } from "../testing";
import { closeDueWindows } from "./close-due-windows";
import { decideDueEvents } from "./decide-due-events";
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
  const { now } = here.asApp();
  const options = { now, newId, activeWindowSeconds: 60, people: 2, onFault: (id: string) => void faults.push(id) };
  const pass = async () => {
    await closeDueWindows(db, options, () => {});
    await decideDueEvents(db, { ...options, mergeWindowSeconds }, () => {});
  };
  return Promise.race([pass().then(() => true as const), died]);
}

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
  const assign = (user: string) => here.publish({ topic: "deals.assigned", recipients: [{ user, as: "assignee" }] });
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
  const ends = async (id: string) => {
    const { status, decisions } = await getEvent.run(here.asApp(), { id, limit: 10, cursor: undefined });
    const [bell] = decisions[0]?.channels ?? [];
    return [status, `${bell?.outcome} ${bell?.reason}`, decisions[0]?.notification_id !== null];
  };
  for (const id of poisoned) expect(await ends(id)).toEqual(["processed", "failed attempts_exhausted", false]);
  for (const id of others)
    expect(await ends(id)).toEqual(["processed", expect.stringMatching(/^sent |^merged /), true]);
  expect(faults).toContain(poison);
});
