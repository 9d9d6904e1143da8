import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import webPush from "web-push";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import type { WorkspaceId } from "@/lib/core/workspace";
import { createOutgoing } from "@/lib/outgoing/client";
import type { Message } from "../channel";
import { createPush } from "./push";
import { aDevice, signerOf } from "./testing";

const vapid = { ...webPush.generateVAPIDKeys(), subject: "mailto:bell@example.com" };
const outgoing = createOutgoing({ allowPrivate: true });
/** A push service on loopback: what it was sent, and what it answers next (201 when nothing else is said). */
const seen: { headers: IncomingHttpHeaders; body: Buffer }[] = [];
const answers: { status: number; headers?: Record<string, string> }[] = [];
const alarms: string[] = [];
const service = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  seen.push({ headers: request.headers, body: Buffer.concat(chunks) });
  const { status, headers } = answers.shift() ?? { status: 201 };
  response.writeHead(status, headers).end("said the service");
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/push`;
});
afterAll(() => {
  outgoing.close();
  service.close();
});
beforeEach(() => {
  for (const list of [seen, answers, alarms]) list.length = 0;
});

const CONTENT: DeliveryContent = {
  workspace: "Fjord",
  notificationId: "ntf_1",
  title: "Grace assigned you ACME renewal",
  body: "Deal · €1,200",
  url: "https://crm.example.com/deals/1",
  topic: { key: "deals.assigned", name: "Assigned" },
  actor: "Grace",
  record: "ACME renewal",
  origin: "Deals",
  unsubscribe: null,
  at: "2026-11-21T12:00:00.000Z",
  recipient: { id: "ada", name: "Ada", timeZone: "UTC" },
};

async function send(config: unknown, more: Partial<Message> = {}, allowPrivate = true) {
  const channel = createPush({ vapid, allowPrivate, outgoing, onKeysRefused: (words) => alarms.push(words) });
  const message = { workspaceId: "wsp_1" as WorkspaceId, key: "dlv_1", destination: "Phone", content: CONTENT };
  const messages = [{ ...message, config: config as Message["config"], ...more }];
  const [result] = await channel.send({ messages, key: "dlv_1", signal: AbortSignal.timeout(1000) });
  return result;
}

test("only the device can read it, and its service can tell whose it is (R31, RFC 8291, RFC 8292)", async () => {
  const device = aDevice(url);
  expect(await send(device.subscription)).toMatchObject({ outcome: "sent", status: 201 });
  const { headers, body } = seen[0]!;
  expect(device.read(body)).toEqual({
    title: "Grace assigned you ACME renewal",
    body: "Deal · €1,200",
    at: CONTENT.at,
    url: "/n/ntf_1",
    tag: "ntf_1",
  });
  expect(body.includes("ACME")).toBe(false);
  expect(() => aDevice(url).read(body)).toThrow();
  const signer = signerOf(headers);
  expect(signer).toMatchObject({ isTheirs: true, publicKey: vapid.publicKey });
  expect(signer.claims).toMatchObject({ aud: new URL(url).origin, sub: "mailto:bell@example.com" });
  expect(headers).toMatchObject({ ttl: "259200", urgency: "normal", "content-encoding": "aes128gcm" });
});

test("what waits at the service about the same item is replaced, and what is urgent wakes the device", async () => {
  const manner = { urgency: "critical" as const, hidesText: false };
  const device = aDevice(url);
  await send(device.subscription, { manner });
  await send(device.subscription);
  await send(device.subscription, { content: { ...CONTENT, notificationId: "ntf_2" } });
  const topics = seen.map(({ headers }) => headers.topic);
  expect(topics[0]).toMatch(/^[\w-]{32}$/);
  expect(topics[1]).toBe(topics[0]);
  expect(topics[2]).not.toBe(topics[0]);
  expect(seen.map(({ headers }) => headers.urgency)).toEqual(["high", "normal", "normal"]);
});

test("says nothing of what it is about to whoever wants that kept from the lock screen", async () => {
  const device = aDevice(url);
  await send(device.subscription, { manner: { urgency: "normal", hidesText: true } });
  expect(device.read(seen[0]!.body)).toMatchObject({ title: "Fjord", body: "You have a new notification." });
});

test("stays below what services take, and shorter still where that was too much (413)", async () => {
  const device = aDevice(url);
  const content = { ...CONTENT, title: "👩‍🚒".repeat(4000), body: "\u{1f514}".repeat(4000) };
  answers.push({ status: 413 });
  expect(await send(device.subscription, { content })).toMatchObject({ outcome: "sent" });
  expect(seen.map(({ body }) => body.length < 4096)).toEqual([true, true]);
  const [long, short] = seen.map(({ body }) => device.read(body));
  expect(long!.body.endsWith("…")).toBe(true);
  expect(short).toMatchObject({ body: "", url: "/n/ntf_1" });
  expect(Array.from(short!.title)).toHaveLength(60);

  answers.push({ status: 413 }, { status: 413 });
  expect(await send(device.subscription)).toMatchObject({ reason: "provider_rejected", detail: "too_long" });
});

test.each([
  [404, { outcome: "failed", reason: "endpoint_gone" }],
  [410, { outcome: "failed", reason: "endpoint_gone", words: "said the service" }],
  [400, { outcome: "failed", reason: "provider_rejected" }],
  [503, { outcome: "retry", ambiguous: true }],
])("%i is %o (F25)", async (status, told) => {
  answers.push({ status });
  expect(await send(aDevice(url).subscription)).toMatchObject(told);
  expect(seen).toHaveLength(1);
  expect(alarms).toEqual([]);
});

test("waits as long as a service asks", async () => {
  answers.push({ status: 429, headers: { "retry-after": "7" } });
  expect(await send(aDevice(url).subscription)).toMatchObject({ outcome: "retry", ambiguous: false, retryAfter: "7" });
});

test.each([401, 403])("%i is our keys' fault: it is cried out, and the device is kept (F25)", async (status) => {
  answers.push({ status });
  expect(await send(aDevice(url).subscription)).toMatchObject({ reason: "provider_rejected", detail: "keys_refused" });
  expect(alarms).toEqual([`${status} said the service`]);
});

test("goes to no host but the known ones, also when another was stored (S11)", async () => {
  const { keys } = aDevice(url).subscription;
  for (const endpoint of [url, "https://fcm.googleapis.com.evil.test/x", "https://fcm.googleapis.com@127.0.0.1/x"]) {
    expect(await send({ endpoint, keys }, {}, false)).toMatchObject({ outcome: "failed", detail: "address_refused" });
  }
  expect(seen).toEqual([]);
});

test.each([null, {}, { endpoint: "https://fcm.googleapis.com/x", keys: { p256dh: "x", auth: "y" } }])(
  "%o is no device",
  async (config) => {
    expect(await send(config)).toMatchObject({ outcome: "failed", detail: "not_configured" });
  },
);

test("a device whose key is no point of the curve is not tried again: no try could ever reach it", async () => {
  const { keys } = aDevice(url).subscription;
  const config = { endpoint: url, keys: { ...keys, p256dh: `B${"A".repeat(86)}` } };
  expect(await send(config)).toMatchObject({ outcome: "failed", detail: "not_configured" });
  expect(seen).toEqual([]);
});
