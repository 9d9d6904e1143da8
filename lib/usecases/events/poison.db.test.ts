import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import type { EventRow } from "@/db/queries/events";
import { newId } from "@/lib/ids";
import { startWorkspace } from "../testing";
import { decideDueEvents } from "./decide-due-events";
import { getEvent } from "./get-event";

const LEASE = 30_000;
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
  return Promise.race([decideDueEvents(db, options, () => {}).then(() => true as const), died]);
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
