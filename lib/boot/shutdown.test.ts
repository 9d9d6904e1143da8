import {
  Agent,
  createServer,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createLog } from "@/lib/log";
import { stopOnSignal } from "./shutdown";

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0)) undo();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, process.listeners(signal).at(-1)!);
});

/** A server as `serve` runs it, the order in which its parts were closed, and the signal as the process gets it. */
async function start(listener: RequestListener, drain?: number) {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const closed: string[] = [];
  const part = (name: string) => async () => {
    await sleep(1);
    closed.push(name);
  };
  const realtime = { close: part("realtime") } as never;
  const made = { ready: true, log: createLog("fatal"), realtime, db: { close: part("database") } as never };
  const exits: number[] = [];
  const running = { made, server, worker: { stop: part("worker") }, hub: null };
  stopOnSignal(running, { exit: ((code: number) => exits.push(code)) as never, drain });
  cleanUp.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    made,
    closed,
    exits,
    exited: () => expect.poll(() => exits, { timeout: 5000 }).toEqual([0]),
    /** As the process hears it; what the test runner itself does at the signal is left alone. */
    terminate: () => process.listeners("SIGTERM").at(-1)?.("SIGTERM"),
  };
}

test("F18: is over soon after SIGTERM although clients on kept connections go on asking; each is answered", async () => {
  const here = await start((_, response) => void sleep(5).then(() => response.end("done")));
  let answers = 0;
  const clients = Array.from({ length: 10 }, () => askUntilSentAway(here.port, () => answers++));
  connect(here.port, "127.0.0.1").on("error", () => {}); // As a browser does, in advance: it never asks anything.
  await expect.poll(() => answers).toBeGreaterThan(50);
  const startedAt = performance.now();
  here.terminate();
  expect(here.made.ready).toBe(false);
  await Promise.all(clients); // Rejects if one request was not answered.
  await here.exited();
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(here.closed).toEqual(["worker", "realtime", "database"]);
});

test("F18: what was in flight is answered, however often the signal comes, and the process ends once", async () => {
  const waiting: ServerResponse[] = [];
  const here = await start((_, response) => waiting.push(response));
  const asked = ask(here.port, new Agent({ keepAlive: true }));
  await expect.poll(() => waiting).toHaveLength(1);
  here.terminate();
  here.terminate();
  await expect.poll(() => here.closed).toEqual(["worker"]); // The worker does not wait for the answers.
  waiting[0]?.end("done");
  expect((await asked).statusCode).toBe(200);
  await here.exited();
  here.terminate();
  await sleep(20);
  expect(here.exits).toEqual([0]);
  expect(here.closed).toEqual(["worker", "realtime", "database"]);
});

test("F18: when an answer takes too long it is cut, and the rest is closed in order all the same", async () => {
  let asks = 0;
  const here = await start(() => asks++, 700);
  const asked = ask(here.port, new Agent()).catch(({ code }) => code);
  await expect.poll(() => asks).toBe(1);
  here.terminate();
  await here.exited();
  expect(await asked).toBe("ECONNRESET");
  expect(here.closed).toEqual(["worker", "realtime", "database"]);
});

/** Posts one request after another on one connection until an answer closes it. */
async function askUntilSentAway(port: number, onAnswer: () => void): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while ((await ask(port, agent)).headers.connection !== "close") onAnswer();
}

function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", method: "POST", agent }, (response) => {
      response.resume().on("end", () => resolve(response));
    })
      .on("error", reject)
      .end("{}");
  });
}
