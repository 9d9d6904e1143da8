import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { endSession } from "@/db/queries/sessions";
import { newVapidKeys } from "@/lib/channels/push/new-vapid-keys";
import { createPush } from "@/lib/channels/push/push";
import { aDevice } from "@/lib/channels/push/testing";
import type { PushMessage } from "@/lib/core/push-message";
import { createOutgoing } from "@/lib/outgoing/client";
import { deliveringIn } from "../delivery/testing";
import { purgeExpired } from "../housekeeping/purge-expired";
import { recordActivity } from "../inbox/record-activity";
import { startWorkspace } from "../testing";
import { allowDevice } from "./allow-device";
import { hideText } from "./hide-text";
import { readMyPush } from "./read-my-push";
import { removeDevice } from "./remove-device";
import { renameDevice } from "./rename-device";
import { renewDevice } from "./renew-device";
import { tryDevice } from "./try-device";

let here: Awaited<ReturnType<typeof startWorkspace>>;
let deliveries: ReturnType<typeof deliveringIn>;
let url: string;
/** What the service answers at which path; it takes what comes elsewhere. */
const answers = new Map<string, number[]>();
const alarms: string[] = [];
const arrived: { path: string; body: Buffer }[] = [];
const outgoing = createOutgoing({ allowPrivate: true });
const vapid = { ...newVapidKeys(), subject: "mailto:bell@example.com" };
const push = createPush({ vapid, allowPrivate: true, outgoing, onKeysRefused: (words) => alarms.push(words) });
const strict = createPush({ vapid, allowPrivate: false, outgoing, onKeysRefused() {} });
const service = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  arrived.push({ path: request.url ?? "", body: Buffer.concat(chunks) });
  response.writeHead(answers.get(request.url ?? "")?.shift() ?? 201, { "retry-after": "60" }).end("noted");
});

beforeAll(async () => {
  await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  here = await startWorkspace();
  deliveries = deliveringIn(here, [push]);
});
afterAll(async () => {
  await here.close();
  outgoing.close();
  service.close();
});

let people = 0;
let ada: string;
beforeEach(async () => {
  ada = `ada-${++people}`;
  await here.addUser(ada);
  arrived.length = 0;
  alarms.length = 0;
  answers.clear();
});

const as = (user: string) => ({ ...here.asUser(user), channels: new Map([["push" as const, push]]) });
const listed = async (user = ada) => (await readMyPush.run(as(user), {})).devices.map(({ name }) => name);

async function allow(path: string, { user = ada, name = "Phone" } = {}) {
  const device = aDevice(`${url}${path}`);
  const input = allowDevice.input.parse({ ...device.subscription, name });
  return { ...device, ...(await allowDevice.run(as(user), input)) };
}

/** The browser says that it is still there, or moved. */
async function renew(path: string, { replaces = path } = {}) {
  const { subscription } = aDevice(`${url}${path}`);
  return renewDevice.run(as(ada), { ...subscription, replaces: `${url}${replaces}` });
}

async function rowsOfPush(user = ada) {
  return (await deliveries.rows()).filter((one) => one.userId === user && one.channel === "push");
}

/** Posts an assignment for the person, decides and delivers it. Answers what became of push. */
async function assign(user = ada, more = {}): Promise<string | undefined> {
  const outcome = await here.outcomes({ topic: "deals.assigned", recipients: [{ user, as: "assignee" }], ...more });
  await deliveries.deliver();
  return outcome.get(user)?.push;
}

test("reaches every device that was allowed, and says when it last did (R31, R40)", async () => {
  expect(await assign()).toBe("channel_not_connected");
  const [phone, tablet] = [await allow("/phone"), await allow("/tablet", { name: "Tablet" })];
  expect(await assign()).toBe("queued");
  expect(arrived.map(({ path }) => path).sort()).toEqual(["/phone", "/tablet"]);
  const read = (path: string, { read }: { read(body: Buffer): PushMessage }) =>
    read(arrived.find((one) => one.path === path)!.body);
  expect(read("/phone", phone)).toMatchObject({ url: expect.stringMatching(/^\/n\/ntf_/) });
  expect(read("/tablet", tablet)).toEqual(read("/phone", phone));
  const { devices } = await readMyPush.run(as(ada), {});
  expect(devices).toMatchObject([
    { name: "Phone", lastSentAt: here.asApp().now.toISOString(), failingSince: null },
    { name: "Tablet", lastSentAt: here.asApp().now.toISOString(), failingSince: null },
  ]);
});

test("stays silent while the person is active here (R76)", async () => {
  await allow("/phone");
  await recordActivity.run(here.asUser(ada), {});
  expect(await assign()).toBe("active_in_app");
  expect(arrived).toEqual([]);
});

test.each([404, 410])("a device that is gone (%i) is tried once and taken from the list (F25)", async (status) => {
  await allow("/gone");
  answers.set("/gone", [status]);
  await assign();
  expect(arrived).toHaveLength(1);
  expect(await listed()).toEqual([]);
  expect(await assign()).toBe("channel_not_connected");
  expect(arrived).toHaveLength(1);
});

test("what is too long for a service (413) arrives shorter at once, and the device stays (F25)", async () => {
  const phone = await allow("/small");
  answers.set("/small", [413]);
  await assign(ada, { title: "a".repeat(200) });
  expect(arrived.map(({ body }) => phone.read(body).title.length)).toEqual([150, 60]);
  expect((await rowsOfPush()).map(({ state, attempts }) => [state, attempts])).toEqual([["sent", 1]]);
  expect(await listed()).toEqual(["Phone"]);
});

test.each([401, 403])(
  "a service that refuses our keys (%i) is cried out; the device stays, and is next pushed to (F25)",
  async (status) => {
    await allow("/phone");
    answers.set("/phone", [status]);
    await assign();
    expect(alarms).toEqual([`${status} noted`]);
    expect(await rowsOfPush()).toMatchObject([
      { state: "failed", reason: "provider_rejected", detail: "keys_refused" },
    ]);
    expect(await listed()).toEqual(["Phone"]);
    expect(await assign()).toBe("queued");
    expect((await rowsOfPush()).map(({ state }) => state)).toEqual(["failed", "sent"]);
  },
);

test("a service that has too much to do (429) is left alone for as long as it asks (F25)", async () => {
  await allow("/busy");
  answers.set("/busy", [429]);
  await assign();
  here.pass(59_999);
  await deliveries.deliver();
  expect(arrived).toHaveLength(1);
  here.pass(10_000);
  await deliveries.deliver();
  expect(arrived).toHaveLength(2);
  expect(await listed()).toEqual(["Phone"]);
});

test("what is gone does not hide that another device was reached", async () => {
  await allow("/here", { name: "Tablet" });
  await allow("/gone");
  answers.set("/gone", [410]);
  await assign();
  expect((await rowsOfPush()).map(({ state }) => state).sort()).toEqual(["failed", "sent"]);
  expect(await listed()).toEqual(["Tablet"]);
});

test("hides the text where the person wants it hidden", async () => {
  const phone = await allow("/phone");
  await hideText.run(as(ada), { hidden: true });
  await assign();
  expect(phone.read(arrived[0]!.body)).toMatchObject({ body: "You have a new notification." });
  await hideText.run(as(ada), { hidden: false });
  expect(await readMyPush.run(as(ada), {})).toMatchObject({ hidesText: false });
});

test("takes only endpoints of known push services (S11)", async () => {
  const { subscription } = aDevice("https://fcm.googleapis.com.evil.test/x");
  const asked = { ...as(ada), channels: new Map([["push" as const, strict]]) };
  await expect(allowDevice.run(asked, { ...subscription, name: "x" })).rejects.toMatchObject({ code: "unprocessable" });
  const known = aDevice("https://fcm.googleapis.com/fcm/send/x");
  await allowDevice.run(asked, { ...known.subscription, name: "Phone" });
  expect(await listed()).toEqual(["Phone"]);
});

test("a browser is one device: of who is there now, and under its new endpoint (S33)", async () => {
  await here.addUser(`bo-${people}`);
  const bo = `bo-${people}`;
  const first = await allow("/shared", { name: "Kiosk" });
  const again = await allow("/shared", { name: "Other name" });
  expect(again.id).toBe(first.id);
  expect(await listed()).toEqual(["Kiosk"]);
  expect(await renew("/moved", { replaces: "/shared" })).toEqual({ known: true });
  await allow("/moved", { user: bo, name: "Bo's" });
  expect(await listed()).toEqual([]);
  expect(await listed(bo)).toEqual(["Bo's"]);
  // Knowing where somebody is reached is not enough to take them from there by the way.
  expect(await renew("/elsewhere", { replaces: "/moved" })).toEqual({ known: false });
  expect(await listed(bo)).toEqual(["Bo's"]);
});

test("is renamed and removed by its owner only (S1)", async () => {
  const { id } = await allow("/phone");
  await here.addUser(`eve-${people}`);
  const eve = as(`eve-${people}`);
  await expect(removeDevice.run(eve, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(tryDevice.run(eve, { id })).rejects.toMatchObject({ code: "not_found" });
  await renameDevice.run(as(ada), { id, name: "Ada's phone" });
  expect(await listed()).toEqual(["Ada's phone"]);
  await removeDevice.run(as(ada), { id });
  expect(await listed()).toEqual([]);
});

test("a try says what the push service said, and takes what is gone from the list", async () => {
  const phone = await allow("/tried");
  expect(await tryDevice.run(as(ada), { id: phone.id })).toEqual({
    outcome: "sent",
    status: 201,
    words: "noted",
    gone: false,
  });
  expect(phone.read(arrived[0]!.body)).toMatchObject({ title: "This is a test", url: "/settings/notifications/check" });
  answers.set("/tried", [410]);
  await expect(tryDevice.run(as(ada), { id: phone.id })).rejects.toMatchObject({
    code: "too_many_requests",
    detail: "Wait 3 seconds, then try again.",
  });
  expect(arrived).toHaveLength(1);
  here.pass(3000);
  expect(await tryDevice.run(as(ada), { id: phone.id })).toMatchObject({ outcome: "failed", status: 410, gone: true });
  expect(await listed()).toEqual([]);
});

test("ends with the sign-in that it was allowed by (S33)", async () => {
  await allow("/phone");
  await here.db.transact((tx) => endSession(tx, here.workspaceId, ada, { id: "ses_other", endedAt: here.asApp().now }));
  expect(await listed()).toEqual(["Phone"]);
  await here.db.transact((tx) => endSession(tx, here.workspaceId, ada, { id: "ses_test", endedAt: here.asApp().now }));
  expect(await listed()).toEqual([]);
  await assign();
  expect(arrived).toEqual([]);
});

test("is forgotten when Belfry was not open there for 60 days, though its service takes each push (F25)", async () => {
  await allow("/old", { name: "Old" });
  await allow("/used", { name: "Used" });
  here.pass(40 * 86_400_000);
  expect(await renew("/used")).toEqual({ known: true });
  await assign();
  here.pass(20 * 86_400_000);
  await purgeExpired(here.db, here.asApp().now);
  expect(await listed()).toEqual(["Old", "Used"]);
  here.pass(1);
  await purgeExpired(here.db, here.asApp().now);
  expect(await listed()).toEqual(["Used"]);
});
