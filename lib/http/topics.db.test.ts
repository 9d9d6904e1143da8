import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { saveCatalogue } from "@/db/queries/topics";
import { CATALOGUE } from "@/lib/catalogue/catalogue";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const address = (key: string) => `/api/v1/topics/${key}`;
const toAda = (topic: string, more: object = {}) => ({ json: { topic, recipients: [{ user: "ada" }], ...more } });

test("a topic that is put is there at once: listed, posted to, chosen about, and told in its own words", async () => {
  const json = {
    name: "Van is late",
    media: ["email", "desktop"],
    title: "{{ subject.title }} is {{ data.minutes }} minutes late",
    body: "{{ data.reason }}",
    condition: "data.minutes > 10",
  };
  // What another process put, this one has not heard of.
  expect((await api.call("GET", "/api/v1/topics")).body.data).toHaveLength(110);
  const put = await api.call("PUT", address("vans.late"), { json });
  expect(put.status, JSON.stringify(put.body)).toBe(200);
  expect(put.body).toMatchObject({ ...json, key: "vans.late", section: "vans", default_on: ["desktop"], audience: [] });

  const van = { type: "van", id: "7", title: "Van 7" };
  const late = toAda("vans.late", { subject: van, data: { minutes: 20, reason: "Rain" } });
  expect((await api.call("POST", "/api/v1/events", late)).status).toBe(202);
  const soon = toAda("vans.late", { subject: van, data: { minutes: 5 } });
  expect((await api.call("POST", "/api/v1/events", soon)).status).toBe(202);
  await api.decide();
  const { body } = await api.call("GET", "/api/v1/users/ada/notifications");
  expect(body.data).toHaveLength(1);
  expect(body.data[0]).toMatchObject({ title: "Van 7 is 20 minutes late", body: "Rain" });
  const preferences = await api.call("GET", "/api/v1/users/ada/preferences");
  expect(Object.keys(preferences.body.topics["vans.late"])).toEqual(["email", "desktop", "sound"]);
});

test("what GET answers can be put back, and putting it again says the same", async () => {
  const { body, headers } = await api.call("GET", address("vans.late"));
  const again = await api.call("PUT", address("vans.late"), {
    json: body,
    headers: { "if-match": headers.get("etag")! },
  });
  expect(again.body).toEqual(body);
  for (const [key, tag] of [
    ["vans.late", '"old"'],
    ["vans.early", '"old"'],
    ["vans.early", "*"],
  ] as const)
    expectProblem(await api.call("PUT", address(key), { json: body, headers: { "if-match": tag } }), 412);
});

test("a condition or a template that cannot be read is a 422 with the position, each at its pointer", async () => {
  const json = {
    name: "Wrong",
    condition: "data.a >",
    title: "Hello\n{% if %}",
    body: "{{ a | nothing }}",
    url: "{{ x",
  };
  const answer = await api.call("PUT", address("vans.wrong"), { json });
  expectProblem(answer, 422, ["/condition", "/title", "/body", "/url"]);
  for (const error of answer.body.errors) {
    expect(error.detail).toMatch(/^Line \d+, column \d+: ./);
    expect(error.position).toEqual(expect.any(Number));
  }
  expect(answer.body.errors[1]).toMatchObject({ position: 11, detail: expect.stringContaining("Line 2, column 6:") });
});

test("a medium that is not offered can be neither on nor required", async () => {
  const json = { name: "Wrong", media: ["email"], default_on: ["email", "desktop"], required: ["mobile"] };
  expectProblem(await api.call("PUT", address("vans.wrong"), { json }), 422, ["/default_on/1", "/required/0"]);
  for (const key of ["vans", "vans.", ".late", "vans late.x", "vans.%3Cb%3E"]) {
    expectProblem(await api.call("PUT", address(key), { json: { name: "Wrong" } }), 422, ["/key"]);
  }
});

test("a topic that ships is neither put nor removed", async () => {
  expectProblem(await api.call("PUT", address("deals.assigned"), { json: { name: "Mine" } }), 409);
  expectProblem(await api.call("DELETE", address("deals.assigned")), 409);
});

test("a topic that is removed is told of what came before, takes no more, and can be put again", async () => {
  await api.call("PUT", address("vans.gone"), { json: { name: "Van is gone" } });
  expect((await api.call("POST", "/api/v1/events", toAda("vans.gone"))).status).toBe(202);
  expect((await api.call("DELETE", address("vans.gone"))).status).toBe(204);
  await api.decide();
  const { body } = await api.call("GET", "/api/v1/users/ada/notifications");
  expect(body.data[0].title).toBe("Van is gone");
  await expect.poll(async () => (await api.call("POST", "/api/v1/events", toAda("vans.gone"))).status).toBe(422);
  expectProblem(await api.call("DELETE", address("vans.gone")), 404);
  expectProblem(await api.call("GET", address("vans.gone")), 404);
  expect((await api.call("PUT", address("vans.gone"), { json: { name: "Back" } })).status).toBe(200);
  expect((await api.call("POST", "/api/v1/events", toAda("vans.gone"))).status).toBe(202);
});

test("the shipped catalogue of a later release leaves own topics alone", async () => {
  await api.db.transact((tx) => saveCatalogue(tx, api.workspaceId, CATALOGUE));
  expect((await api.call("GET", address("vans.late"))).body.name).toBe("Van is late");
});

test("S27: each act stands in the audit with before and after", async () => {
  const acts = (await listAuditEntries(api.db.read, api.workspaceId)).filter(({ target }) => target === "vans.gone");
  expect(acts.map(({ action }) => action)).toEqual(["topic.create", "topic.delete", "topic.create"]);
  expect(acts[1]).toMatchObject({ before: { name: "Van is gone" }, after: null });
});
