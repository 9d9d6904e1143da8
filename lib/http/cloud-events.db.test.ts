import { CloudEvent, HTTP } from "cloudevents";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

const data = { recipients: [{ user: "ada" }], title: "Zürich is late" };
const eventNamed = (id: string, more: object = {}) =>
  new CloudEvent({
    type: "apps.message",
    source: "/vans/Z%C3%BCrich",
    id,
    time: "2026-11-20T08:00:00.000Z",
    data,
    ...more,
  });

/** As the SDK writes it: its headers and its body. */
function post({ headers, body }: { headers: unknown; body: unknown }) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return api.call("POST", "/api/v1/events", { body: text, headers: headers as Record<string, string> });
}

function batch(events: unknown[]) {
  return post({
    headers: { "content-type": "application/cloudevents-batch+json; charset=utf-8" },
    body: events.map((event) => JSON.parse(JSON.stringify(event))),
  });
}

test("C4: the official SDK posts in all three modes, and what comes again in another is told once", async () => {
  const structured = await post(HTTP.structured(eventNamed("1")));
  expect(structured.status, JSON.stringify(structured.body)).toBe(202);
  expect(structured.body).toEqual({ id: expect.stringMatching(/^evt_/), status: "accepted" });

  const binary = await post(HTTP.binary(eventNamed("2")));
  expect(binary.status, JSON.stringify(binary.body)).toBe(202);
  expect(binary.body.id).not.toBe(structured.body.id);

  const again = await post(HTTP.binary(eventNamed("1")));
  expect(again.body).toEqual(structured.body);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.headers.get("location")).toBe(`/api/v1/events/${structured.body.id}`);
  expect((await post(HTTP.structured(eventNamed("2")))).body).toEqual(binary.body);

  const both = await batch([eventNamed("1"), eventNamed("3")]);
  expect(both.status, JSON.stringify(both.body)).toBe(202);
  expect(both.body.ids).toEqual([structured.body.id, expect.stringMatching(/^evt_/)]);
  expect(both.headers.get("idempotent-replayed")).toBeNull();
  const bothAgain = await batch([eventNamed("1"), eventNamed("3")]);
  expect(bothAgain).toMatchObject({ status: 202, body: both.body });
  expect(bothAgain.headers.get("idempotent-replayed")).toBe("true");
  const event = await api.call("GET", `/api/v1/events/${both.body.ids[1]}`);
  expect(event.body).toMatchObject({ topic: "apps.message", occurred_at: "2026-11-20T08:00:00.000Z", ...data });

  await api.decide();
  expect((await api.call("GET", "/api/v1/users/ada/notifications")).body.data).toHaveLength(3);
});

test("the same source and id with another content is a 422, and then nothing of a batch is stored", async () => {
  const other = eventNamed("1", { data: { ...data, title: "Another" } });
  expectProblem(await post(HTTP.structured(other)), 422);
  expectProblem(await batch([eventNamed("new"), other]), 422, ["/1/id"]);
  const { body } = await batch([eventNamed("new")]);
  await api.decide();
  const titles = (await api.call("GET", "/api/v1/users/ada/notifications")).body.data;
  expect(titles).toHaveLength(4);
  expect(body.ids).toHaveLength(1);
});

test("faults are pointed at where they stand: in the event, in the batch, in the data", async () => {
  const wrong = { specversion: "1.0", id: "9", source: "/s", type: "no.topic", data };
  const structured = { "content-type": "application/cloudevents+json" };
  expectProblem(await post({ headers: structured, body: wrong }), 422, ["/type"]);
  expectProblem(await post({ headers: structured, body: { ...wrong, specversion: "0.3" } }), 422, ["/specversion"]);
  expectProblem(await post({ headers: structured, body: { ...wrong, data: {} } }), 422, ["/data/recipients"]);
  expectProblem(await batch([wrong, { ...wrong, id: undefined }]), 422, ["/1/id"]);
  expectProblem(await batch([]), 422, [""]);
  const binary = { "content-type": "application/json", "ce-specversion": "1.0", "ce-id": "9", "ce-source": "/s" };
  expectProblem(await post({ headers: { ...binary, "ce-type": "apps.message" }, body: {} }), 422, ["/recipients"]);
  expectProblem(await post({ headers: binary, body: data }), 422, [""]);
  expectProblem(await post({ headers: { "content-type": "application/cloudevents" }, body: wrong }), 415);
});
