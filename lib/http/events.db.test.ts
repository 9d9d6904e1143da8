import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const event = { topic: "deals.stage_changed", recipients: [{ user: "ada", as: "owner" }] };

test("times of another zone are told in UTC, those in UTC as they came (api.md, section 2)", async () => {
  const times = { occurred_at: "2026-11-21T20:51:00+02:00", deliver_at: "2026-11-21T18:52:00Z" };
  const { body } = await api.call("POST", "/api/v1/events", { json: { ...event, ...times } });
  const told = await api.call("GET", `/api/v1/events/${body.id}`);
  expect(told.body).toMatchObject({ occurred_at: "2026-11-21T18:51:00.000Z", deliver_at: "2026-11-21T18:52:00Z" });
});

test("a dry run answers decisions in the very form in which the event then has them", async () => {
  const json = { ...event, recipients: [{ user: "zoe" }, { email: "aa@example.com" }, ...event.recipients] };
  const { body: tried } = await api.call("POST", "/api/v1/events/dry-run", { json });
  const { body } = await api.call("POST", "/api/v1/events", { json });
  await api.decide();
  const { decisions } = (await api.call("GET", `/api/v1/events/${body.id}`)).body;
  expect(decisions.map(({ user }: { user: string }) => user)).toEqual(["aa@example.com", "ada", "zoe"]);
  expect(tried.decisions).toEqual(decisions.map((one: object) => ({ ...one, notification_id: null })));
});

test("C4, S20: an accepted event says where to see what became of it, and no answer is sniffed for another type", async () => {
  const json = { topic: "deals.stage_changed", recipients: [{ user: "ada" }] };
  const headers = { "idempotency-key": "where" };
  const first = await api.call("POST", "/api/v1/events", { json, headers });
  const again = await api.call("POST", "/api/v1/events", { json, headers });
  for (const { headers } of [first, again]) expect(headers.get("location")).toBe(`/api/v1/events/${first.body.id}`);
  const read = await api.call("GET", first.headers.get("location")!);
  expect(read.body.id).toBe(first.body.id);
  const refused = await api.call("GET", "/api/v1/events/none");
  for (const { headers } of [first, again, read, refused])
    expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("HEAD answers as GET does, without the body (RFC 9110)", async () => {
  const [read, asked] = await Promise.all(
    ["GET", "HEAD"].map((method) => api.call(method, "/api/v1/topics/deals.assigned")),
  );
  expect(asked).toMatchObject({ status: 200, body: "" });
  expect(asked!.headers.get("etag")).toBe(read!.headers.get("etag"));
  const headers = { "if-none-match": read!.headers.get("etag")! };
  expect((await api.call("HEAD", "/api/v1/topics/deals.assigned", { headers })).status).toBe(304);
  // Of our own pages too: to read is not to change, so that it matters not where it was asked from.
  for (const method of ["GET", "HEAD"]) expect((await api.call(method, "/api/bell", { key: null })).status).toBe(401);
});

test("C2: an address that is no endpoint's is a problem too", async () => {
  for (const address of ["/api/v1", "/api/v1/none", "/api/v1/none/at/all"])
    expectProblem(await api.call("GET", address), 404);
  expectProblem(await api.call("POST", "/api/v1/openapi.json", { json: {} }), 405);
});
