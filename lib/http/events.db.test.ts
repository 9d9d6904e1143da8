import { afterAll, beforeAll, expect, test } from "vitest";
import { serveApi } from "./testing";

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
  const { body: tried } = await api.call("POST", "/api/v1/events/dry-run", { json: event });
  const { body } = await api.call("POST", "/api/v1/events", { json: event });
  await api.decide();
  const { decisions } = (await api.call("GET", `/api/v1/events/${body.id}`)).body;
  expect(tried.decisions).toEqual([{ ...decisions[0], notification_id: null }]);
});
