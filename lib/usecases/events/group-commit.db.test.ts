import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import type { Database } from "@/db/database";
import { DIALECT } from "@/db/dialect";
import { lockWorkspace } from "@/db/queries/workspaces";
import { startWorkspace } from "../testing";
import { commitTogether } from "./group-commit";

let here: Awaited<ReturnType<typeof startWorkspace>>;
/** Two processes, each with connections of its own. */
let nodes: [Database, Database];

beforeAll(async () => {
  here = await startWorkspace();
  if (DIALECT === "postgres") await slowDown(here.url);
  nodes = [await openDatabase(here.url), await openDatabase(here.url)];
  await here.addUser("ada");
});
afterAll(async () => {
  await Promise.all(nodes.map((db) => db.close()));
  await here.close();
});

const post = (db: Database, key: string) =>
  commitTogether(db, {
    rows: [],
    idempotency: {
      workspaceId: here.workspaceId,
      route: "POST /api/v1/events",
      key,
      fingerprint: "same",
      status: 202,
      response: "{}",
      createdAt: here.asApp().now,
    },
  });

test("two processes with the same keys in crossed order do not wait in a ring: each key is taken once", async () => {
  const [one, two] = nodes;
  const started = performance.now();
  const held = await Promise.all([post(one, "a"), post(one, "b"), post(two, "b"), post(two, "a")]);
  expect(performance.now() - started).toBeLessThan(4000);
  expect(held.filter((row) => row === undefined)).toHaveLength(2);
  expect(held.flatMap((row) => (row ? [row.key] : [])).sort()).toEqual(["a", "b"]);
});

if (DIALECT === "postgres") {
  test("an event is accepted while a directory act holds the workspace", async () => {
    let letGo = () => {};
    const holding = new Promise<void>((held) => {
      letGo = held;
    });
    let took = () => {};
    const taken = new Promise<void>((done) => {
      took = done;
    });
    const act = nodes[0].transact(async (tx) => {
      await lockWorkspace(tx, here.workspaceId);
      took();
      await holding;
    });
    await taken;
    const published = here.publish({ topic: "deals.assigned", recipients: [{ user: "ada" }] });
    const first = await Promise.race([published, new Promise((late) => setTimeout(late, 1000, "waits"))]);
    letGo();
    await Promise.all([act, published]);
    expect(first).toMatch(/^evt_/);
  });
}

/** Each key takes a while, so that two processes surely meet, and a ring of waiters is found only after five seconds. */
async function slowDown(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`alter database ${new URL(url).pathname.slice(1)} set deadlock_timeout = '5s'`);
  await client.query(`
    create function take_a_while() returns trigger language plpgsql as $$
    begin perform pg_sleep(0.2); return new; end $$;
    create trigger slow before insert on idempotency_keys for each row execute function take_a_while();
  `);
  await client.end();
}
