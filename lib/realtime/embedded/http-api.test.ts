import { createHash, createHmac } from "node:crypto";
import { request } from "node:http";
import Pusher from "pusher";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, greet, startHub } from "./testing";

const CHANNEL = "private-wsp_1-abc";
let running: Awaited<ReturnType<typeof startHub>>;
let sdk: Pusher;
beforeAll(async () => {
  running = await startHub();
  sdk = sdkWith({});
});
afterAll(() => running.close());

const sdkWith = (other: Partial<typeof ACCOUNT>) =>
  new Pusher({ ...ACCOUNT, ...other, host: "127.0.0.1", port: String(running.port), useTLS: false });

async function listen() {
  const client = await greet(running.port);
  await client.join(CHANNEL);
  return client;
}

test("hands on what the official SDK triggers", async () => {
  const client = await listen();
  const response = await sdk.trigger(CHANNEL, "changed", { ids: ["ntf_1"] });
  expect(await response.json()).toEqual({});
  expect(await client.next()).toEqual({ event: "changed", channel: CHANNEL, data: '{"ids":["ntf_1"]}' });
});

test("hands on an event for several channels, but not to the socket it came from", async () => {
  const [sender, other] = [await listen(), await listen()];
  await other.join("private-2");
  await sdk.trigger([CHANNEL, "private-2"], "changed", "x", { socket_id: sender.id });
  expect([(await other.next()).channel, (await other.next()).channel]).toEqual([CHANNEL, "private-2"]);
  sender.say("pusher:ping", {});
  expect((await sender.next()).event).toBe("pusher:pong");
});

test("hands on a batch in its order", async () => {
  const client = await listen();
  await sdk.triggerBatch(Array.from({ length: 10 }, (_, at) => ({ channel: CHANNEL, name: "changed", data: `${at}` })));
  const got = [];
  for (let at = 0; at < 10; at++) got.push((await client.next()).data);
  expect(got).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
});

test("takes no more than ten events in a batch", async () => {
  const batch = Array.from({ length: 11 }, () => ({ channel: CHANNEL, name: "changed", data: "{}" }));
  await expect(sdk.triggerBatch(batch)).rejects.toMatchObject({ status: 400 });
});

test.each([{ secret: "wrong" }, { key: "wrong" }])("answers 401 to %j", async (other) => {
  await expect(sdkWith(other).trigger(CHANNEL, "changed", {})).rejects.toMatchObject({ status: 401 });
});

test("answers 413 to an event over 10 KB, single or in a batch, and hands nothing on", async () => {
  const client = await listen();
  const data = "x".repeat(10_241);
  await expect(sdk.trigger(CHANNEL, "changed", data)).rejects.toMatchObject({ status: 413 });
  const batch = [
    { channel: CHANNEL, name: "changed", data: "{}" },
    { channel: CHANNEL, name: "changed", data },
  ];
  await expect(sdk.triggerBatch(batch)).rejects.toMatchObject({ status: 413 });
  client.say("pusher:ping", {});
  expect((await client.next()).event).toBe("pusher:pong");
});

test("takes an event of exactly 10 KB, even where escapes make it six times as long", async () => {
  const client = await listen();
  await sdk.triggerBatch(
    Array.from({ length: 10 }, () => ({ channel: CHANNEL, name: "n", data: "\u0001".repeat(10_240) })),
  );
  expect((await client.next()).data).toHaveLength(10_240);
});

test("answers 413 to a body that is far too large, announced or not", async () => {
  const big = Buffer.alloc(1_000_000, "x");
  expect(await post(signed("/apps/belfry/events", big), big)).toBe(413);
  expect(await post(signed("/apps/belfry/events", big), big, { "transfer-encoding": "chunked" })).toBe(413);
});

test("answers 401 to an old signature, to another body, and to a query that names one thing twice", async () => {
  const body = Buffer.from('{"name":"changed","channels":["private-1"],"data":"{}"}');
  const other = Buffer.from('{"name":"changed","channels":["private-1"],"data":"[]"}');
  const path = signed("/apps/belfry/events", body);
  const elevenMinutesAgo = Math.floor(Date.now() / 1_000) - 660;
  expect(await post(path, body)).toBe(200);
  expect(await post(signed("/apps/belfry/events", body, elevenMinutesAgo), body)).toBe(401);
  expect(await post(path, other)).toBe(401);
  expect(await post(path.replace("?", `?body_md5=${md5(other)}&`), other)).toBe(401);
  expect(await post("/apps/belfry/events", body)).toBe(401);
});

test.each(["{", "[]", "{}", '{"name":"x","data":{},"channels":["a"]}', '{"name":"x","data":"","channels":["a b"]}'])(
  "answers 400 to the body %s",
  async (text) => {
    expect(await post(signed("/apps/belfry/events", Buffer.from(text)), Buffer.from(text))).toBe(400);
  },
);

test("answers 404 to what it does not offer, and leaves other paths to others", async () => {
  await expect(sdk.get({ path: "/channels" })).rejects.toMatchObject({ status: 404 });
  const foreign = await fetch(`http://127.0.0.1:${running.port}/apps/other/events`, { method: "POST" });
  expect(await foreign.text()).toContain("Hello");
});

const md5 = (body: Buffer) => createHash("md5").update(body).digest("hex");

/** Signs by hand, as the protocol's page tells it, for what the SDK would not send. */
function signed(path: string, body: Buffer, timestamp = Math.floor(Date.now() / 1_000)) {
  const query = `auth_key=${ACCOUNT.key}&auth_timestamp=${timestamp}&auth_version=1.0&body_md5=${md5(body)}`;
  const signature = createHmac("sha256", ACCOUNT.secret).update(`POST\n${path}\n${query}`).digest("hex");
  return `${path}?${query}&auth_signature=${signature}`;
}

function post(path: string, body: Buffer, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = headers["transfer-encoding"] ? {} : { "content-length": String(body.length) };
    const options = { host: "127.0.0.1", port: running.port, path, method: "POST", headers: { ...length, ...headers } };
    const req = request(options, (res) => resolve(res.resume().statusCode ?? 0));
    // The hub hangs up on a body it does not want; the answer came before.
    req.on("error", reject);
    req.end(body);
  });
}
