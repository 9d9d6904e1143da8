import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isAppError } from "@/lib/app-error";
import { expectProblem, serveApi } from "@/lib/http/testing";
import { openDatabase } from "../client";
import type { Database } from "../database";
import { DIALECT } from "../dialect";
import { lockWorkspace } from "../queries/workspaces";
import { workspaces } from "../schema/directory";
import { asFault } from "./fault";

test("a fault of the question's own stays what it is, also when it came of one of the database", () => {
  const own = Object.assign(new Error("no such column"), { code: "42703" });
  expect(asFault(own)).toBe(own);
  const away = asFault(new Error("Failed query", { cause: new Error("Connection terminated unexpectedly") }));
  expect(away).toMatchObject({ code: "unavailable", retryAfterSeconds: 5 });
  expect(asFault(away)).toBe(away);
});

if (DIALECT === "postgres") {
  let api: Awaited<ReturnType<typeof serveApi>>;
  let gate: Awaited<ReturnType<typeof openGate>>;
  let db: Database;

  beforeAll(async () => {
    api = await serveApi();
    await api.addUser("ada");
    gate = await openGate(api.url);
    db = await openDatabase(gate.url);
    api.made.db = db;
    expect(await statuses(1)).toEqual([200, 202]);
  });
  afterEach(async () => {
    await gate.open();
    expect(await statuses(5)).toEqual([200, 202]);
  });
  afterAll(async () => {
    await db.close();
    await gate.close();
    await api.close();
  });

  const get = () => api.call("GET", "/api/v1/users/ada");
  const post = () =>
    api.call("POST", "/api/v1/events", { json: { topic: "deals.assigned", recipients: [{ user: "ada" }] } });
  const ask = (times: number) => Promise.all(Array.from({ length: times }, () => [get(), post()]).flat());
  const statuses = async (times: number) => [...new Set((await ask(times)).map(({ status }) => status))].sort();

  async function expectAway(times: number) {
    for (const answer of await ask(times)) {
      expectProblem(answer, 503);
      expect(answer.headers.get("retry-after")).toBe("5");
    }
  }

  test("F9: while PostgreSQL is away, reading and writing are a 503 that says when to come back; after it all is well", async () => {
    await gate.close();
    await expectAway(3);
  });

  test("F9: connections that lead nowhere are a 503, also for those who wait for one", async () => {
    await gate.mute();
    await expectAway(12);
  });

  test("F9: connections that fall silent in the middle of a transaction are given up, and never used again", async () => {
    const way = await openGate(api.url);
    const silent = await openDatabase(`${way.url}?query_timeout=300`);
    const held = Array.from({ length: 10 }, () => holdAndContinue(silent));
    await Promise.all(held.map(({ begun }) => begun));
    way.swallow();
    for (const { ended } of held) expect(await ended).toMatchObject({ code: "unavailable" });
    const again = Array.from({ length: 20 }, () => silent.transact((tx) => lockWorkspace(tx, api.workspaceId)));
    expect((await Promise.allSettled(again)).filter(({ status }) => status === "rejected")).toEqual([]);
    await silent.close();
    await way.close();
  });

  test("F9: transactions whose connections are cut say so, the process lives on, and the pool stays whole", async () => {
    const client = new Client({ connectionString: api.url });
    await client.connect();
    for (let round = 0; round < 3; round++) {
      const cut = Array.from({ length: 10 }, () => holdAndContinue());
      await Promise.all(cut.map(({ begun }) => begun));
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      for (const { ended } of cut)
        expect(isAppError(await ended) && (await ended)).toMatchObject({ code: "unavailable" });
    }
    await client.end();
  });

  /** A transaction that goes on only some time after its connection was cut; `ended` is its fault. */
  function holdAndContinue(through = db) {
    let begin = () => {};
    const begun = new Promise<void>((done) => {
      begin = done;
    });
    const ended = through
      .transact(async (tx) => {
        await tx.select().from(workspaces).limit(1);
        begin();
        await new Promise((later) => setTimeout(later, 300));
        await lockWorkspace(tx, api.workspaceId);
      })
      .catch((error: unknown) => error);
    return { begun, ended };
  }
}

/**
 * A way to the database of `url` that can be shut (nobody listens), muted (somebody listens and says nothing), or made
 * to swallow what is said on the connections that stand.
 */
async function openGate(url: string) {
  const behind = new URL(url);
  const sockets = new Set<Socket>();
  let isMute = false;
  let swallow: (() => void)[] = [];
  const server = createServer((from) => {
    keep(from);
    if (isMute) return;
    const to = keep(connect(Number(behind.port), behind.hostname));
    from.pipe(to).pipe(from);
    swallow.push(() => from.unpipe(to).resume());
  });
  function keep(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  }
  function cut() {
    for (const socket of sockets) socket.destroy();
  }
  async function listen(port: number) {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  }
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    async open() {
      if (isMute) cut();
      isMute = false;
      if (!server.listening) await listen(port);
    },
    /** Half open: those who speak hear nothing, not even an end. */
    swallow() {
      for (const each of swallow) each();
      swallow = [];
    },
    async mute() {
      isMute = true;
      cut();
    },
    async close() {
      cut();
      if (server.listening) await new Promise((done) => server.close(done));
    },
  };
}
