import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertConnection } from "@/db/queries/connections";
import { newVapidKeys } from "@/lib/channels/push/new-vapid-keys";
import { createPush } from "@/lib/channels/push/push";
import { aDevice } from "@/lib/channels/push/testing";
import { createTeams } from "@/lib/channels/teams/teams";
import { createWebhook } from "@/lib/channels/webhook";
import type { App } from "@/lib/core/app-view";
import { newId } from "@/lib/ids";
import { createOutgoing } from "@/lib/outgoing/client";
import { deliveringIn } from "../delivery/testing";
import { allowDevice } from "../push/allow-device";
import { tryDevice } from "../push/try-device";
import { startWorkspace } from "../testing";
import { sealedConfig } from "./config";
import { connectApp } from "./connect-app";
import { tryApp } from "./try-app";

/** Whoever connects to one of these went where nobody may go. */
const canaries: Server[] = [];
let visits = 0;
let here: Awaited<ReturnType<typeof startWorkspace>>;
const outgoing = createOutgoing({ allowPrivate: false, timeout: 1000 });

beforeAll(async () => {
  here = await startWorkspace();
  for (const host of ["127.0.0.1", "::1"]) {
    const canary = createServer((socket) => {
      visits++;
      socket.destroy();
    });
    await new Promise<void>((ready) => canary.listen(0, host, ready).once("error", () => ready()));
    if (canary.listening) canaries.push(canary);
  }
});
afterAll(async () => {
  for (const canary of canaries) canary.close();
  outgoing.close();
  await here.close();
});

/** The forms of S10, each at the canaries' ports and at those of https and http. */
function forms(): string[] {
  const hosts = [
    ...["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1", "017700000001", "127.0.0.1."],
    ...["localhost", "localhost.", "hooks.example@127.0.0.1", "169.254.169.254", "100.64.0.1", "[fd00::1]"],
  ];
  const ports = canaries.map((canary) => `:${(canary.address() as { port: number }).port}`);
  return hosts.flatMap((host) =>
    ["", ...ports].flatMap((port) => [`https://${host}${port}/`, `http://${host}${port}/`]),
  );
}

test("S10: connecting, testing, delivering and trying again never reach a private address, whatever its form", {
  timeout: 60_000,
}, async () => {
  const publicUrl = "https://belfry.example";
  const mine = deliveringIn(here, [createTeams({ publicUrl, outgoing }), createWebhook(outgoing, () => new Date())]);
  const as = (id: string) => ({ ...here.asUser(id), channels: mine.given.channels });
  const all = forms().flatMap((url) => (["teams", "webhook"] as const).map((app) => ({ app, url })));
  expect(all.length).toBeGreaterThanOrEqual(56);
  const people = all.map((_, n) => `user-${n}`);
  await here.addUsers(people);

  for (const [n, { app, url }] of all.entries()) {
    await expect(connectApp.run(as(`user-${n}`), { app, address: url })).rejects.toMatchObject({
      code: "unprocessable",
    });
  }
  // As if it had been stored before the rule, or behind a name that was public then.
  const ids = await store(all);
  for (const [n, id] of ids.entries()) {
    const tried = await tryApp.run(as(`user-${n}`), { id });
    expect(tried.ok).toBe(false);
  }
  here.pass(10_000);
  for (const person of people) await mine.want(person, "apps");
  await mine.notify(people.length, (n) => `user-${n}`);
  for (let round = 0; round < 3; round++) {
    await mine.deliver();
    here.pass(86_400_000);
  }
  const rows = (await mine.rows()).filter(({ connectionId }) => connectionId !== null);
  expect(rows).toHaveLength(all.length);
  expect(new Set(rows.map(({ state, detail }) => `${state} ${detail}`))).toEqual(new Set(["failed address_refused"]));
  expect(visits).toBe(0);
});

async function store(all: readonly { app: App; url: string }[]): Promise<string[]> {
  const { workspaceId, secret, now } = here.asApp();
  const rows = all.map(({ app, url }, n) => {
    const secrets = [`whsec_${Buffer.alloc(32, 1).toString("base64")}`];
    const config = sealedConfig(secret, app === "webhook" ? { url, secrets } : { url });
    return { id: newId("con"), workspaceId, userId: `user-${n}`, channel: app, label: "mine", config, createdAt: now };
  });
  await here.db.transact(async (tx) => {
    for (const row of rows) await insertConnection(tx, row);
  });
  return rows.map(({ id }) => id);
}

/** What passes for a push service at first sight, and the address of every canary behind it (S11). */
function forgedEndpoints(): string[] {
  const ports = canaries.map((canary) => (canary.address() as { port: number }).port);
  const near = ports.flatMap((port) => [
    ...[`https://127.0.0.1:${port}/fcm.googleapis.com`, `http://localhost:${port}/?https://fcm.googleapis.com/x`],
    ...[`https://fcm.googleapis.com@127.0.0.1:${port}/x`, `https://fcm.googleapis.com:${port}/x`],
    ...[`https://FCM.googleapis.com:${port}/x`, `https://fcm.googleapis.com.localhost:${port}/x`],
    ...[`https://[::1]:${port}/.push.apple.com`, `https://web.push.apple.com%2e@localhost:${port}/`],
    `https://fcm。googleapis。com:${port}/x`,
  ]);
  return [...forms(), ...near, "https://fcm.googleapis.com.evil.test/x", "https://evil.test/fcm.googleapis.com"];
}

test("S11: a browser's endpoint is of a known push service: allowing, testing and delivering reach no other place", {
  timeout: 60_000,
}, async () => {
  // Nor that service itself, once its name leads to a private address.
  const resolve = (_: string, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(null, [{ address: "127.0.0.1", family: 4 }]);
  const lured = createOutgoing({ allowPrivate: false, timeout: 1000, resolve });
  const vapid = { ...newVapidKeys(), subject: "mailto:bell@example.com" };
  const push = createPush({ vapid, allowPrivate: false, outgoing: lured, onKeysRefused() {} });
  const mine = deliveringIn(here, [push]);
  const as = (id: string) => ({ ...here.asUser(id), channels: mine.given.channels });
  const forged = forgedEndpoints();
  const all = [...forged, "https://fcm.googleapis.com/x", "https://web.push.apple.com/x"];
  const people = all.map((_, n) => `device-${n}`);
  await here.addUsers(people);
  for (const [n, endpoint] of forged.entries()) {
    const { subscription } = aDevice(endpoint);
    const allowed = allowDevice.run(as(people[n]!), { ...subscription, name: "Phone" });
    await expect(allowed, endpoint).rejects.toMatchObject({ code: "unprocessable" });
  }
  const ids = await storeDevices(all);
  for (const [n, id] of ids.entries()) {
    const { outcome, status } = await tryDevice.run(as(people[n]!), { id });
    expect([outcome, status], all[n]).toEqual(["failed", null]);
  }
  here.pass(10_000);
  for (const person of people) await mine.want(person, "mobile");
  await mine.notify(people.length, (n) => people[n]!);
  await mine.deliver();
  const rows = (await mine.rows()).filter(({ channel }) => channel === "push");
  expect(rows).toHaveLength(all.length);
  expect(new Set(rows.map(({ state, detail }) => `${state} ${detail}`))).toEqual(new Set(["failed address_refused"]));
  expect(visits).toBe(0);
  lured.close();
});

/** As if they had been stored before the list of services was as it is. */
async function storeDevices(endpoints: readonly string[]): Promise<string[]> {
  const { workspaceId, now } = here.asApp();
  const rows = endpoints.map((endpoint, n) => {
    const config = { ...aDevice(endpoint).subscription, session: "ses_test", seen_at: now.toISOString() };
    const row = { id: newId("con"), workspaceId, userId: `device-${n}`, channel: "push" as const, label: "Phone" };
    return { ...row, config, createdAt: now };
  });
  await here.db.transact(async (tx) => {
    for (const row of rows) await insertConnection(tx, row);
  });
  return rows.map(({ id }) => id);
}
