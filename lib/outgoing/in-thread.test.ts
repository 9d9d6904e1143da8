import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcp } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createOutgoingInThread } from "./in-thread";
import type { Outgoing } from "./outgoing";

const program = fileURLToPath(new URL("./thread.fixture.mjs", import.meta.url));

/** However long a busy machine takes to start a thread. */
const WAIT = { timeout: 20_000 };

/** What came to the receiver, by its path: it answers when a test says so. */
const came = new Map<string, { body: Buffer; response: ServerResponse }>();
const receiver = createServer(async (request, response) => {
  came.set(request.url ?? "", { body: Buffer.concat(await request.toArray()), response });
});
let address: string;
const made: Outgoing[] = [];

beforeAll(async () => {
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const one of made.splice(0)) one.close();
  came.clear();
});
afterAll(() => {
  receiver.close();
});

function outgoing({ allowPrivate = true } = {}): Outgoing {
  const one = createOutgoingInThread({ allowPrivate, program });
  made.push(one);
  return one;
}

/** Posted, and known to be in hand: it came and has no answer yet. */
async function inHand(client: Outgoing, at: string) {
  const answer = client.post(`${address}${at}`, "{}", {});
  await expect.poll(() => came.has(at), WAIT).toBe(true);
  return { answer, response: came.get(at)!.response };
}

test("each post gets its own answer, also where the last is answered first", async () => {
  const client = outgoing();
  const posts = Array.from({ length: 8 }, (_, n) => {
    const at = `/${n}`;
    return { at, answer: client.post(`${address}${at}`, `to ${at}`, { "x-path": at }) };
  });
  await expect.poll(() => came.size, WAIT).toBe(posts.length);
  for (const { at, answer } of posts.reverse()) {
    const { body, response } = came.get(at)!;
    response.end(`${body} ${response.req.headers["x-path"]}`);
    expect(await answer).toEqual({ kind: "answered", status: 200, words: `to ${at} ${at}` });
  }
});

test("bytes arrive as they are", async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
  const answer = outgoing().post(`${address}/bytes`, Buffer.from(bytes), {});
  await expect.poll(() => came.get("/bytes")?.body, WAIT).toEqual(Buffer.from(bytes));
  came.get("/bytes")?.response.end();
  expect(await answer).toMatchObject({ kind: "answered", status: 200 });
});

test("an address inside a private network is refused, and nobody goes there (S10)", async () => {
  const visits: string[] = [];
  const canary = createTcp((socket) => {
    visits.push(String(socket.remoteAddress));
    socket.destroy();
  });
  await new Promise<void>((ready) => canary.listen(0, "127.0.0.1", ready));
  const { port } = canary.address() as AddressInfo;
  const strict = outgoing({ allowPrivate: false });
  const INSIDE = "This address is inside a private network.";
  expect(strict.objection("https://127.0.0.1/")).toBe(INSIDE);
  expect(await strict.post("https://127.0.0.1/", "{}", {})).toEqual({ kind: "refused", why: INSIDE });
  for (const url of [`https://localhost:${port}/`, `http://127.0.0.1:${port}/`, `https://[::ffff:7f00:1]:${port}/`]) {
    expect(await strict.post(url, "{}", {})).toMatchObject({ kind: "refused" });
  }
  expect(visits).toEqual([]);
  canary.close();
});

test.each([
  ["exit", /ended/],
  ["throw", /out of order/],
])(
  "a thread that dies by %s leaves in doubt what it had in hand, and the next post finds another",
  async (end, why) => {
    const client = outgoing();
    const before = await inHand(client, "/before");
    const doubt = { kind: "failed", why: expect.stringMatching(why), sent: true };
    expect(await client.post(`${address}/${end}`, "{}", {})).toEqual(doubt);
    expect(await before.answer).toEqual(doubt);
    const after = await inHand(client, "/after");
    after.response.end("here");
    expect(await after.answer).toEqual({ kind: "answered", status: 200, words: "here" });
  },
);

test("closing ends the thread, with what it had in hand", async () => {
  const client = outgoing();
  const { answer, response } = await inHand(client, "/open");
  const cut = once(response, "close");
  client.close();
  expect(await answer).toMatchObject({ kind: "failed", why: expect.stringMatching(/ended/), sent: true });
  await cut;
});

test("keeps no process alive that has nothing else to do", async () => {
  const once = fileURLToPath(new URL("./posts-once.fixture.ts", import.meta.url));
  const ran = await promisify(execFile)(process.execPath, ["--import", "tsx", once], { timeout: 15_000 });
  expect(JSON.parse(ran.stdout)).toMatchObject({ kind: "failed", why: expect.stringContaining("ECONNREFUSED") });
});

test("says at once that its program is missing, and never does without", () => {
  expect(() => createOutgoingInThread({ allowPrivate: true, program: "/nowhere/thread.js" })).toThrow(
    "/nowhere/thread",
  );
});
