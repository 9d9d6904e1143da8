import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { takeIdempotencyKey } from "@/db/queries/idempotency";
import { events } from "@/db/schema/events";
import { EventInput } from "@/lib/core/event";
import { SCOPES } from "@/lib/core/scope";
import { publishEvent } from "@/lib/usecases/events/publish-event";
import { purgeExpired } from "@/lib/usecases/housekeeping/purge-expired";
import { anotherWorkspace } from "@/lib/usecases/testing";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const event = (n: number) => ({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }], data: { n } });

function post(key: string, json: unknown, address = "/api/v1/events", apiKey = api.ownKey) {
  return api.call("POST", address, { json, key: apiKey, headers: { "idempotency-key": key } });
}

async function stored(n: number): Promise<number> {
  const rows = await api.db.read.select().from(events);
  return rows.filter((row) => row.payload.data?.n === n).length;
}

test("F35: 50 parallel posts with one key leave one event, and all are told its id", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post("fifty", event(50))));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get("idempotent-replayed") === "true")).toHaveLength(49);
  expect(await stored(50)).toBe(1);
});

test("F35: so do 50 over several processes' connections", async () => {
  const others = await Promise.all([1, 2, 3, 4].map(() => openDatabase(api.url)));
  const idempotency = { route: "POST /api/v1/events", key: "spread", fingerprint: "same" };
  const input = EventInput.parse(event(51));
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      return publishEvent.run({ ...api.asApp(), db: others[index % others.length]!, idempotency }, input);
    }),
  );
  const ids = answers.map((one) => ("id" in one ? one.id : JSON.parse(one.body).id));
  expect(new Set(ids).size).toBe(1);
  expect(await stored(51)).toBe(1);
  await Promise.all(others.map((db) => db.close()));
});

test("F35: the same key with another body is a 422, and stores nothing", async () => {
  await post("reused", event(60));
  expectProblem(await post("reused", event(61)), 422);
  expect([await stored(60), await stored(61)]).toEqual([1, 0]);
});

test("F35: keys of another workspace and of another address are their own", async () => {
  const there = await anotherWorkspace(api.db);
  const { key } = await api.newKey(SCOPES, there.workspaceId);
  const ours = await post("shared", event(70));
  const theirs = await post("shared", event(71), "/api/v1/events", key);
  const batch = await post("shared", { events: [event(72)] }, "/api/v1/events/batch");
  expect([ours, theirs, batch].map(({ status }) => status)).toEqual([202, 202, 202]);
  for (const { headers } of [ours, theirs, batch]) expect(headers.get("idempotent-replayed")).toBeNull();
});

test("F35: a batch is replayed as a whole", async () => {
  const json = { events: [event(80), event(80)] };
  const answers = await Promise.all([1, 2, 3].map(() => post("batch", json, "/api/v1/events/batch")));
  for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
  expect(await stored(80)).toBe(2);
});

test("F35: a refused body keeps no key: mended, it is taken", async () => {
  expectProblem(await post("mended", { ...event(90), topic: "no.such" }), 422);
  expect((await post("mended", event(90))).status).toBe(202);
});

test("F35: any other POST is replayed too, though the world has moved on", async () => {
  const readAll = () => post("read", {}, "/api/v1/users/ada/notifications/read-all");
  await api.decide();
  const first = await readAll();
  expect(first.body.marked).toBeGreaterThan(0);
  await api.publish(event(95));
  await api.decide();
  const second = await readAll();
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(second.body).toEqual(first.body);
  expect((await api.call("GET", "/api/v1/users/ada/notifications")).body.unread).toBe(1);
});

test("F35: a failed POST keeps no key", async () => {
  const readAll = () => post("later", {}, "/api/v1/users/newcomer/notifications/read-all");
  expectProblem(await readAll(), 404);
  await api.addUser("newcomer");
  expect((await readAll()).status).toBe(200);
});

test("C3: while the first is in flight it is a 409; one that died lets go after a minute", async () => {
  const address = "/api/v1/users/ada/notifications/read-all";
  const { workspaceId, now: createdAt } = api.asApp();
  const fingerprint = createHash("sha256").update("{}").digest("base64url");
  const row = { workspaceId, route: `POST ${address}`, key: "flight", fingerprint, createdAt };
  await api.db.transact((tx) => takeIdempotencyKey(tx, row));
  expectProblem(await post("flight", {}, address), 409);
  api.pass(61_000);
  expect((await post("flight", {}, address)).status).toBe(200);
});

test("C3: 20 at once run once: the others replay it or hear that it runs", async () => {
  await api.publish(event(97));
  await api.decide();
  const address = "/api/v1/users/ada/notifications/read-all";
  const answers = await Promise.all(Array.from({ length: 20 }, () => post("race", {}, address)));
  const ran = answers.filter(({ status, headers }) => status === 200 && !headers.has("idempotent-replayed"));
  expect(ran).toHaveLength(1);
  for (const { status, body } of answers)
    status === 200 ? expect(body).toEqual(ran[0]!.body) : expect(status).toBe(409);
});

test("C3: a key is kept for a day, and then free", async () => {
  const first = await post("daily", event(98));
  api.pass(23 * 3_600_000);
  await purgeExpired(api.db, api.asApp().now);
  expect((await post("daily", event(98))).body).toEqual(first.body);
  api.pass(2 * 3_600_000);
  await purgeExpired(api.db, api.asApp().now);
  expect((await post("daily", event(98))).body.id).not.toBe(first.body.id);
});

test("C3: a key has 1 to 255 characters", async () => {
  expect((await post("k".repeat(255), event(99))).status).toBe(202);
  expectProblem(await post("k".repeat(256), event(99)), 400);
  expectProblem(await post("", event(99)), 400);
});
