import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import startPostgres from "@/db/testing/postgres";
import { type Installation, newInstallation, send } from "./testing";

const SOAK = process.env.SOAK === "1";
/** F18 asks for 50. */
const STOPS = SOAK ? 50 : 1;
let here: Installation;
let key: string;

beforeAll(async () => {
  here = await newInstallation();
  ({ key = "" } = await here.cli("api-key", "create", "--name", "Fortnox", "--scopes", "events:write,directory:write"));
}, 60_000);
afterAll(() => here.remove());

const json = { topic: "deals.stage_changed", recipients: [{ user: "ada", as: "owner" }] };
/** Is mailed, whatever its person wants. */
const mailed = { topic: "account.support", recipients: [{ user: "ada" }], title: "Your ticket" };
const post = (agent?: Agent, what: object = json, { port } = here) =>
  send(port, { method: "POST", path: "/api/v1/events", key, json: what, agent });

test(`F18: asked to stop under load (${STOPS}), it is not ready first, answers all, ends with 0 and leaves nothing leased`, {
  timeout: 120_000 * STOPS,
}, async () => {
  for (let stop = 0; stop < STOPS; stop++) await stopUnderLoad({ here, key, ask }, 500 + ((stop * 197) % 1500));
});

test.runIf(SOAK)(`F18: as many stops under load on PostgreSQL`, { timeout: 120_000 * STOPS }, async () => {
  let url = "";
  const end = await startPostgres({ provide: (_: string, said: string) => (url = said) } as never);
  const here = await newInstallation({ DATABASE_URL: url });
  const scopes = "events:write,directory:write";
  const { key = "" } = await here.cli("api-key", "create", "--name", "Fortnox", "--scopes", scopes);
  const ask = async (query: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query({ text: query, rowMode: "array" });
    await client.end();
    return rows.map(([first]) => first);
  };
  for (let stop = 0; stop < STOPS; stop++) await stopUnderLoad({ here, key, ask }, 500 + ((stop * 197) % 1500));
  await here.remove();
  await end();
});

interface Place {
  here: Installation;
  key: string;
  /** The first column of what the database answers. */
  ask(query: string): Promise<unknown[]>;
}

async function ask(query: string): Promise<unknown[]> {
  const db = here.open();
  const values = db.prepare(query).pluck().all();
  db.close();
  return values;
}

/** While many post, and mails leave. */
async function stopUnderLoad({ here, key, ask }: Place, after: number): Promise<void> {
  const server = await here.start();
  await send(here.port, { method: "PUT", path: "/api/v1/users/ada", key, json: { email: "ada@example.com" } });
  const post = (agent: Agent, json: object) =>
    send(here.port, { method: "POST", path: "/api/v1/events", key, json, agent });
  let askedAt = Number.POSITIVE_INFINITY;
  const ids: string[] = [];
  const lost: string[] = [];
  const clients = Array.from({ length: 50 }, async () => {
    const agent = new Agent({ keepAlive: true });
    for (let refused = false, posts = 0; !refused; posts++) {
      const begunAt = performance.now();
      const answer = await post(agent, posts % 10 === 0 ? mailed : json).catch(() => null);
      if (answer?.status === 202) ids.push(JSON.parse(answer.body).id);
      else if (begunAt < askedAt) lost.push(answer?.body ?? "cut off");
      // Nobody is let in any more: that is told by no connection, never by an answer.
      refused = answer === null;
    }
    agent.destroy();
  });
  const slow = halfPosted(here, key);
  await sleep(after);
  askedAt = performance.now();
  server.child.kill("SIGTERM");
  const looks: Promise<number | null>[] = [];
  while ((await Promise.race([server.exited, Promise.all(clients), sleep(20)])) === undefined) looks.push(here.ready());
  expect(await Promise.all(looks)).toContain(503);
  // Begun before it was asked to stop, ended after it stopped listening.
  expect(await here.ready()).toBeNull();
  expect(await slow.finish()).toBe(202);
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(performance.now() - askedAt).toBeLessThan(25_000);
  expect(lost).toEqual([]);

  const stored = new Set(await ask("select id from events"));
  expect(ids.length).toBeGreaterThan(50);
  expect(ids.filter((id) => !stored.has(id))).toEqual([]);
  for (const queue of ["events", "deliveries"]) {
    expect(await ask(`select 1 from ${queue} where lease_until is not null`), queue).toEqual([]);
  }
  expect(await ask("select 1 from attempts where outcome = 'lost'")).toEqual([]);
}

test("F18: what was not decided yet is decided at the next start, at once", async () => {
  const server = await here.start();
  const db = here.open();
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  const waiting = db.prepare("select count(*) as n from events where status <> 'processed'");
  for (let tries = 0; tries < 200 && (waiting.get() as { n: number }).n > 0; tries++) await sleep(100);
  expect(waiting.get()).toEqual({ n: 0 });
  db.close();
  server.child.kill("SIGINT");
  expect(await server.exited).toEqual({ code: 0, signal: null });
});

test("F18: asked again, or by Ctrl-C, it ends as cleanly and no sooner", async () => {
  const server = await here.start();
  const slow = halfPosted();
  await sleep(200);
  for (const signal of ["SIGTERM", "SIGTERM", "SIGINT", "SIGTERM"] as const) {
    server.child.kill(signal);
    await sleep(50);
  }
  await sleep(1200);
  expect(server.child.exitCode).toBeNull();
  expect(await slow.finish()).toBe(202);
  expect(await server.exited).toEqual({ code: 0, signal: null });
});

test("F18: a client that keeps its connection and never pauses cannot keep it from ending", async () => {
  const server = await here.start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let refused = false;
  const client = (async () => {
    while (!refused) await post(agent).catch(() => (refused = true));
  })();
  await sleep(300);
  // Longer than proxies keep theirs (`serve`), and that must not keep it from ending either.
  const resting = await send(here.port, {
    method: "GET",
    path: "/api/health/live",
    agent: new Agent({ keepAlive: true }),
  });
  expect(resting.headers["keep-alive"]).toBe("timeout=75");
  const askedAt = performance.now();
  server.child.kill("SIGTERM");
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(performance.now() - askedAt).toBeLessThan(15_000);
  await client;
});

test.runIf(SOAK)(
  "F18: while one of two instances stops, whoever asks one that is ready is answered, each time",
  {
    timeout: 120_000,
  },
  async () => {
    const other = await newInstallation({ DATABASE_URL: here.env.DATABASE_URL ?? "" });
    const places = [here, other];
    const servers = [await here.start(), await other.start()];
    let ready = places;
    let over = false;
    // As what stands before them does: looks who is ready, and sends nobody to another.
    const looking = (async () => {
      while (!over) {
        const said = await Promise.all(places.map((place) => place.ready()));
        ready = places.filter((_, n) => said[n] === 200);
        await sleep(50);
      }
    })();
    const answers: string[] = [];
    const clients = Array.from({ length: 10 }, async (_, client) => {
      const agents = new Map(places.map((place) => [place, new Agent({ keepAlive: true })]));
      for (let posts = client; !over; posts++) {
        const place = ready[posts % ready.length]!;
        const told = await post(agents.get(place), json, place).catch((error) => ({ status: error.code }));
        answers.push(`${told.status}`);
        await sleep(5);
      }
      for (const agent of agents.values()) agent.destroy();
    });
    for (const [n, place] of places.entries()) {
      const before = answers.length;
      await expect.poll(() => answers.length, { timeout: 20_000 }).toBeGreaterThan(before + 50);
      servers[n]?.child.kill("SIGTERM");
      expect(await servers[n]?.exited).toEqual({ code: 0, signal: null });
      servers[n] = await place.start();
      await expect.poll(() => ready.length, { timeout: 20_000 }).toBe(2);
    }
    over = true;
    await Promise.all([looking, ...clients]);
    expect(new Set(answers)).toEqual(new Set(["202"]));
    for (const server of servers) server.child.kill("SIGTERM");
    for (const server of servers) expect((await server.exited).code).toBe(0);
    await other.remove();
  },
);

/** A post of which half was sent; `finish` sends the rest and answers the status. */
function halfPosted({ port } = here, by = key) {
  const text = JSON.stringify(json);
  const headers = { authorization: `Bearer ${by}`, "content-type": "application/json", "content-length": text.length };
  const sent = request({ host: "127.0.0.1", port, method: "POST", path: "/api/v1/events", headers });
  const status = new Promise<number>((resolve, reject) => {
    sent.on("response", (response) => resolve(response.resume().statusCode ?? 0));
    sent.on("error", reject);
  });
  status.catch(() => {});
  sent.write(text.slice(0, 20));
  return {
    finish: () => {
      sent.end(text.slice(20));
      return status;
    },
  };
}
