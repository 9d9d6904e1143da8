import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATIONS } from "./openapi/operations";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
  await api.addGroup("night-crew", [{ user: "ada" }]);
  const recipients = [{ user: "ada", as: "assignee" }];
  await api.publish({ topic: "deals.assigned", recipients });
  await api.decide();
  const { body: list } = await api.call("GET", "/api/v1/users/ada/notifications");
  const later = "2026-12-24T12:00:00Z";
  const json = { title: "Closed", groups: "everyone", deliver_at: later };
  const { body: broadcast } = await api.call("POST", "/api/v1/broadcasts", { json });
  await api.call("PUT", "/api/v1/topics/lifts.stuck", { json: { name: "A lift is stuck" } });
  ids = {
    "/users/{id}": "ada",
    "/groups/{id}": "night-crew",
    "/events/{id}": await api.publish({ topic: "deals.assigned", recipients, deliver_at: later }),
    "/broadcasts/{id}": broadcast.id,
    "/topics/{key}": "lifts.stuck",
    "{notification}": list.data[0].id,
  };
});
afterAll(() => api.close());

/** A change of each; one that is missing fails the test. */
const CHANGES: Readonly<Record<string, unknown>> = {
  "DELETE /events/{id}": undefined,
  "PUT /topics/{key}": { name: "A lift has stopped" },
  "DELETE /topics/{key}": undefined,
  "PUT /users/{id}": { name: "Ada King" },
  "PUT /groups/{id}": { name: "The crew of the night" },
  "PUT /groups/{id}/members": { members: [] },
  "DELETE /groups/{id}": undefined,
  "PATCH /users/{id}/notifications/{notification}": { read: true },
  "PATCH /users/{id}/preferences": { channels: { bell: { enabled: false } } },
  "PATCH /broadcasts/{id}": { title: "Open" },
  // Last: most of the others are hers.
  "DELETE /users/{id}": undefined,
};

test("C7: each resource is changed and removed under If-Match only as it was read", async () => {
  const changing = OPERATIONS.filter(({ method }) => method !== "GET" && method !== "POST");
  expect(changing.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(CHANGES).sort());
  for (const [change, json] of Object.entries(CHANGES)) {
    const [method = "", path = ""] = change.split(" ");
    const address = addressOf(path);
    const send = (tag: string) => api.call(method, address, { json, headers: { "if-match": tag } });
    const { headers } = await api.call("GET", addressOf(path.replace("/members", "")));
    const tag = headers.get("etag") ?? "";
    for (const stale of ['"other"', `W/${tag}`]) expectProblem(await send(stale), 412);
    api.pass(1000);
    expect((await send(tag)).status, change).toBeLessThan(300);
    if (method !== "DELETE") expectProblem(await send(tag), 412);
  }
});

test("C7: two who edit one broadcast as both read it: the second is told, and the words of the first stay", async () => {
  const address = addressOf("/broadcasts/{id}");
  const tag = (await api.call("GET", address)).headers.get("etag") ?? "";
  const edit = (title: string, tag: string) =>
    api.call("PATCH", address, { json: { title }, headers: { "if-match": tag } });
  api.pass(1000);
  const answers = await Promise.all(["One", "Two"].map((title) => edit(title, tag)));
  const [first, second] = answers.sort((a, b) => a.status - b.status);
  expect(first!.status).toBe(200);
  expectProblem(second!, 412);
  const { body, headers } = await api.call("GET", address);
  expect(body).toEqual(first!.body);
  // What a PATCH answers carries the tag for the next one.
  expect(headers.get("etag")).toBe(first!.headers.get("etag"));
  expect((await edit("Three", headers.get("etag") ?? "")).status).toBe(200);
});

test("C7: the document names If-Match where it holds, and the tag where it is given", async () => {
  const { body } = await api.call("GET", "/api/v1/openapi.json", { key: null });
  for (const { method, path } of OPERATIONS) {
    const { parameters, responses } = body.paths[path][method.toLowerCase()];
    const takes = parameters.some(({ name }: { name: string }) => name === "If-Match");
    const changes = method !== "GET" && method !== "POST";
    expect([takes, "412" in responses], `${method} ${path}`).toEqual([changes, changes]);
    if (method === "GET" || method === "PATCH") expect(responses["200"].headers).toHaveProperty("ETag");
  }
});

function addressOf(path: string): string {
  const [, resource = "", rest = ""] = /^(\/\w+\/\{\w+\})(.*)$/.exec(path) ?? [];
  const filled =
    resource.replace(/\{\w+\}/, ids[resource] ?? "") + rest.replace("{notification}", ids["{notification}"]!);
  return `/api/v1${filled}`;
}
