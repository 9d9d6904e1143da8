import { afterAll, beforeAll, expect, test } from "vitest";
import { updateApp } from "@/db/queries/access";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

test("C6: a key without a limit is told of none", async () => {
  const { headers } = await api.call("GET", "/api/v1/topics?limit=1");
  expect([headers.get("ratelimit"), headers.get("ratelimit-policy")]).toEqual([null, null]);
});

test("C6: of an app with a limit each answer says what remains; past it 429 with Retry-After, until the next minute", async () => {
  const { key } = await api.newKey(["events:read"], api.workspaceId);
  await api.db.transact((tx) => updateApp(tx, api.workspaceId, api.appId, { rateLimit: 3 }));
  const ask = (path = "/topics?limit=1") => api.call("GET", `/api/v1${path}`, { key });
  const rates: unknown[] = [];
  api.pass(15_000);
  for (const path of [undefined, "/users", undefined]) {
    const { headers } = await ask(path);
    expect(headers.get("ratelimit-policy")).toBe('"app";q=3;w=60');
    rates.push(headers.get("ratelimit"));
  }
  expect(rates).toEqual(['"app";r=2;t=45', '"app";r=1;t=45', '"app";r=0;t=45']);
  const refused = await ask();
  expectProblem(refused, 429);
  expect(refused.headers.get("retry-after")).toBe("45");
  expect(refused.headers.get("ratelimit")).toBe('"app";r=0;t=45');
  // The app's other keys share its limit.
  expectProblem(await api.call("GET", "/api/v1/topics", { key: api.ownKey }), 429);
  api.pass(45_000);
  expect((await ask()).headers.get("ratelimit")).toBe('"app";r=2;t=60');
});
