import { afterAll, beforeAll, expect, test } from "vitest";
import { getMetrics } from "./metrics";
import { serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const ask = (headers: Record<string, string>) => getMetrics(new Request("http://belfry/api/metrics", { headers }));

test("C11: is for who asks on this machine, not for whom a proxy here speaks, unless they have a key", async () => {
  const here = { "x-belfry-address": "127.0.0.1" };
  expect((await ask(here)).status).toBe(200);
  expect((await ask({ ...here, "x-forwarded-for": "::1" })).status).toBe(200);
  expect((await ask({ ...here, "x-forwarded-for": "203.0.113.7" })).status).toBe(401);
  expect((await ask({ ...here, "x-forwarded-for": "127.0.0.1, 203.0.113.7" })).status).toBe(401);
  expect((await ask({ "x-belfry-address": "203.0.113.7" })).status).toBe(401);
  expect((await ask({ authorization: `Bearer ${api.ownKey}` })).status).toBe(200);
});

test("C11: counts what was accepted exactly, and tells the queue, in Prometheus' text", async () => {
  const read = async () => (await ask({ "x-belfry-address": "::1" })).text();
  const accepted = async () => Number(/^belfry_events_accepted_total (\d+)$/m.exec(await read())?.[1] ?? 0);
  const before = await accepted();
  const events = [1, 2, 3].map(() => ({ topic: "deals.mentioned", recipients: [{ user: "ada" }] }));
  expect((await api.call("POST", "/api/v1/events/batch", { json: { events } })).status).toBe(202);
  expect((await accepted()) - before).toBe(3);
  const text = await read();
  expect(text).toContain("# TYPE belfry_events_accepted_total counter");
  expect(text).toContain('belfry_queue_depth{queue="events"} 3');
  for (const line of text.trim().split("\n")) {
    expect(line).toMatch(/^(# TYPE [a-z0-9_]+ (counter|gauge)|[a-z0-9_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? \S+)$/);
  }
});
