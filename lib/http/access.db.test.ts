import { afterAll, beforeAll, expect, test } from "vitest";
import { SCOPES, type Scope } from "@/lib/core/scope";
import { anotherWorkspace } from "@/lib/usecases/testing";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let there: Awaited<ReturnType<typeof anotherWorkspace>>;
let foreign: { event: string; notification: string; key: string };

beforeAll(async () => {
  api = await serveApi();
  there = await anotherWorkspace(api.db);
  await there.addUser("zoe");
  await there.addGroup("theirs", [{ user: "zoe" }]);
  const event = await there.publish({ topic: "deals.assigned", recipients: [{ user: "zoe", as: "assignee" }] });
  await there.decide();
  const { key } = await api.newKey(SCOPES, there.workspaceId);
  const { body } = await api.call("GET", "/api/v1/users/zoe/notifications", { key });
  foreign = { event, notification: body.data[0].id, key };
  await api.addUser("ada");
});
afterAll(() => api.close());

const posted = { topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] };

/** Every endpoint with the scope it needs and a body that it takes. A new endpoint fails the first test until it is here. */
const ENDPOINTS: Readonly<Record<string, { scope: Scope | null; json?: unknown }>> = {
  "POST /api/v1/events": { scope: "events:write", json: posted },
  "POST /api/v1/events/batch": { scope: "events:write", json: { events: [posted] } },
  "POST /api/v1/events/dry-run": { scope: "events:write", json: posted },
  "GET /api/v1/events/[id]": { scope: "events:read" },
  "DELETE /api/v1/events/[id]": { scope: "events:write" },
  "GET /api/v1/topics": { scope: null },
  "GET /api/v1/topics/[key]": { scope: null },
  "PUT /api/v1/topics/[key]": { scope: "topics:write", json: { name: "Van is late" } },
  "DELETE /api/v1/topics/[key]": { scope: "topics:write" },
  "GET /api/v1/users": { scope: "directory:read" },
  "GET /api/v1/users/[id]": { scope: "directory:read" },
  "PUT /api/v1/users/[id]": { scope: "directory:write", json: { name: "Ada" } },
  "DELETE /api/v1/users/[id]": { scope: "directory:write" },
  "GET /api/v1/groups": { scope: "directory:read" },
  "GET /api/v1/groups/[id]": { scope: "directory:read" },
  "PUT /api/v1/groups/[id]": { scope: "directory:write", json: { name: "Sales" } },
  "DELETE /api/v1/groups/[id]": { scope: "directory:write" },
  "PUT /api/v1/groups/[id]/members": { scope: "directory:write", json: { members: [] } },
  "GET /api/v1/users/[id]/preferences": { scope: "notifications:read" },
  "PATCH /api/v1/users/[id]/preferences": { scope: "notifications:write", json: { channels: { bell: null } } },
  "GET /api/v1/users/[id]/notifications": { scope: "notifications:read" },
  "POST /api/v1/users/[id]/notifications/read-all": { scope: "notifications:write" },
  "GET /api/v1/users/[id]/notifications/[notification]": { scope: "notifications:read" },
  "PATCH /api/v1/users/[id]/notifications/[notification]": { scope: "notifications:write", json: { read: true } },
  "POST /api/v1/broadcasts": { scope: "broadcasts:write", json: { title: "Closed", groups: "everyone" } },
  "GET /api/v1/broadcasts/[id]": { scope: "broadcasts:write" },
  "PATCH /api/v1/broadcasts/[id]": { scope: "broadcasts:write", json: { title: "Open" } },
  "POST /api/v1/broadcasts/[id]/recall": { scope: "broadcasts:write" },
};

/** What the route files export: the endpoints, and the methods that are answered with 405. */
async function exported(): Promise<{ name: string; isEndpoint: boolean }[]> {
  const found = await Promise.all(
    api.routes
      .filter(({ path }) => path.startsWith("/api/v1/") && !path.includes("[...") && !isDocument(path))
      .map(async ({ path, load }) =>
        Object.entries(await load()).map(([method, handler]) => ({
          name: `${method} ${path}`,
          isEndpoint: Object.hasOwn(handler as object, "reply"),
        })),
      ),
  );
  return found.flat();
}

/** It holds nobody's data, and takes no key. */
const isDocument = (path: string) => path === "/api/v1/openapi.json";

test("S1: no endpoint is missing from this matrix", async () => {
  const endpoints = (await exported()).filter(({ isEndpoint }) => isEndpoint);
  expect(endpoints.map(({ name }) => name).sort()).toEqual(Object.keys(ENDPOINTS).sort());
});

test("C2: a method that an address does not take is a 405 that names those it takes", async () => {
  const all = await exported();
  const others = all.filter(({ isEndpoint }) => !isEndpoint);
  expect(others.length).toBeGreaterThan(30);
  for (const { name } of others) {
    const answer = await api.call(...at(name), { json: name.startsWith("GET") ? undefined : {} });
    expectProblem(answer, 405);
    const path = name.split(" ")[1];
    const taken = all.flatMap((one) =>
      one.isEndpoint && one.name.endsWith(` ${path}`) ? one.name.split(" ")[0]! : [],
    );
    // Who answers GET answers HEAD (RFC 9110).
    const methods = taken.includes("GET") ? [...taken, "HEAD"] : taken;
    expect(answer.headers.get("allow")?.split(", ").sort(), name).toEqual(methods.sort());
  }
});

test("401 at every endpoint without a key, with a wrong one, and with one that is cut off", async () => {
  const cutOff = api.ownKey.slice(0, -1);
  for (const [endpoint, { json }] of Object.entries(ENDPOINTS)) {
    for (const key of [null, "", "bfy_", "x".repeat(5000), cutOff, `${cutOff}0`, foreign.key.toUpperCase()]) {
      expectProblem(await api.call(...at(endpoint), { json, key }), 401);
    }
    for (const authorization of [`Basic ${api.ownKey}`, api.ownKey, `Bearer ${api.ownKey} ${api.ownKey}`]) {
      expectProblem(await api.call(...at(endpoint), { json, key: null, headers: { authorization } }), 401);
    }
  }
});

test("S14: a key in the address is a 400 everywhere, right though it is", async () => {
  for (const [endpoint, { json }] of Object.entries(ENDPOINTS)) {
    const [method, address] = at(endpoint);
    const answer = await api.call(method, `${address}?key=${api.ownKey}`, { json });
    expectProblem(answer, 400);
    expect(JSON.stringify(answer.body)).not.toContain(api.ownKey);
  }
});

test("403 at every endpoint for a key with all scopes but its own, which is named", async () => {
  for (const [endpoint, { scope, json }] of Object.entries(ENDPOINTS)) {
    if (scope === null) continue;
    const key = await keyWithout(scope);
    const answer = await api.call(...at(endpoint), { json, key });
    expectProblem(answer, 403);
    expect(answer.body.detail).toContain(scope);
  }
});

test("S3: who lacks the scope hears that alone, whatever is wrong with what they send", async () => {
  const wrong = [{ json: { nonsense: true } }, { body: '{"name":1,"name":2}' }, { body: "[" }, { body: "" }];
  for (const [endpoint, { scope }] of Object.entries(ENDPOINTS)) {
    if (scope === null) continue;
    const key = await keyWithout(scope);
    const [method, address] = at(endpoint);
    const answers = /^(GET|DELETE)/.test(endpoint)
      ? [await api.call(method, `${address}?limit=none&nonsense=1`, { key })]
      : await Promise.all(wrong.map((sent) => api.call(method, address, { ...sent, key })));
    for (const answer of answers) {
      expectProblem(answer, 403);
      expect(answer.body).not.toHaveProperty("errors");
    }
  }
});

test("an endpoint asks for no scope but its own", async () => {
  for (const [endpoint, { scope, json }] of Object.entries(ENDPOINTS)) {
    const { key } = await api.newKey([scope ?? "system:write"]);
    expect([200, 202, 204, 404]).toContain((await api.call(...at(endpoint), { json, key })).status);
  }
});

test("S1, S29: what is another workspace's answers as what is nowhere, at every endpoint with an id", async () => {
  for (const [endpoint, { json }] of Object.entries(ENDPOINTS)) {
    const isMade = /^PUT .*\[(id|key)\]$/.test(endpoint);
    if (!endpoint.includes("[") || isMade) continue;
    const [theirs, nobodys] = await Promise.all([
      api.call(...at(endpoint, { user: "zoe", group: "theirs", ...foreign }), { json }),
      api.call(...at(endpoint, { user: "none", group: "none", event: "evt_0", notification: "ntf_0" }), { json }),
    ]);
    expectProblem(theirs, 404);
    expect({ ...theirs.body, request_id: "" }).toEqual({ ...nobodys.body, request_id: "" });
  }
});

test("I8: putting a person or a group of the same id makes one's own, and leaves theirs", async () => {
  const before = await snapshot();
  expect((await api.call("PUT", "/api/v1/users/zoe", { json: { email: "zoe@own.example" } })).status).toBe(200);
  expect((await api.call("PUT", "/api/v1/groups/theirs", { json: { name: "Ours" } })).status).toBe(200);
  expect((await api.call("PUT", "/api/v1/groups/theirs/members", { json: { members: [] } })).status).toBe(200);
  expect((await api.call("GET", "/api/v1/users/zoe/notifications")).body.data).toEqual([]);
  expectProblem(await api.call("GET", `/api/v1/users/zoe/notifications/${foreign.notification}`), 404);
  expect((await api.call("POST", "/api/v1/users/zoe/notifications/read-all")).body.marked).toBe(0);
  expect((await api.call("DELETE", "/api/v1/users/zoe")).status).toBe(204);
  expect((await api.call("DELETE", "/api/v1/groups/theirs")).status).toBe(204);
  expect(await snapshot()).toEqual(before);
});

test("I8: an event reaches nobody of another workspace, by id, group or email", async () => {
  const before = await snapshot();
  const outcomes = await api.outcomes({
    topic: "deals.stage_changed",
    recipients: [{ user: "zoe" }, { group: "theirs" }, { email: "zoe@example.com" }],
  });
  expect([...outcomes.values()].map(({ bell }) => bell)).toEqual(Array(3).fill("unknown_recipient"));
  expect(await snapshot()).toEqual(before);
});

async function keyWithout(scope: Scope): Promise<string> {
  return (await api.newKey(SCOPES.filter((other) => other !== scope))).key;
}

/** All that the other workspace sees of itself. */
async function snapshot() {
  const addresses = ["users", "groups", "groups/theirs", "users/zoe/notifications", `events/${foreign.event}`];
  return Promise.all(
    addresses.map(async (address) => (await api.call("GET", `/api/v1/${address}`, { key: foreign.key })).body),
  );
}

function at(endpoint: string, ids = { user: "ada", group: "none", event: "evt_0", notification: "ntf_0" }) {
  const [method = "", path = ""] = endpoint.split(" ");
  const id = path.includes("/users/") ? ids.user : path.includes("/groups/") ? ids.group : ids.event;
  const filled = path.replace("[id]", id).replace("[notification]", ids.notification).replace("[key]", "vans.late");
  return [method, filled] as const;
}
