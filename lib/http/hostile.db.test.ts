import { afterAll, beforeAll, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { hostile, malformed } from "./strict-json.cases";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUser("ada");
});
afterAll(() => api.close());

/** Every address that takes a body. */
const TAKERS = [
  ["POST", "/api/v1/events"],
  ["POST", "/api/v1/events/batch"],
  ["PUT", "/api/v1/users/bo"],
  ["PUT", "/api/v1/groups/sales"],
  ["PUT", "/api/v1/groups/sales/members"],
  ["PATCH", "/api/v1/users/ada/notifications/ntf_1"],
  ["PATCH", "/api/v1/users/ada/preferences"],
  ["POST", "/api/v1/users/ada/notifications/read-all"],
] as const;

test("F31: each of the malformed texts is a 400 that points at the body", async () => {
  const sent = malformed.filter((text) => text !== "");
  expect(sent.length).toBeGreaterThan(300);
  for (const [index, body] of sent.entries()) {
    const [method, address] = TAKERS[index % TAKERS.length]!;
    expectProblem(await api.call(method, address, { body }), 400, [""]);
  }
});

test("F31: an empty body is a 400 wherever one is needed", async () => {
  for (const [method, address] of TAKERS.filter(([method]) => method !== "POST")) {
    expectProblem(await api.call(method, address, { body: "" }), 400, [""]);
  }
  expectProblem(await api.call("POST", "/api/v1/events"), 422, ["/topic", "/recipients"]);
});

test.each(hostile.filter(({ text }) => isText(text)))("F33: $name is refused, with the pointer to it", async (row) => {
  const status = row.text.length > 256 * 1024 ? 413 : row.code === "bad_request" ? 400 : 422;
  // A batch and a group of 100,000 have wider limits: their own test is below.
  for (const [method, address] of TAKERS.filter(([, address]) => !/batch|members$/.test(address))) {
    expectProblem(await api.call(method, address, { body: row.text }), status, [row.pointer]);
  }
});

test.each([
  ["a byte order mark", [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
  ["a lone continuation byte", [...bytesOf('{"topic":"'), 0x80, ...bytesOf('"}')]],
  ["an overlong slash", [...bytesOf('{"topic":"'), 0xc0, 0xaf, ...bytesOf('"}')]],
  ["an encoded surrogate", [...bytesOf('{"topic":"'), 0xed, 0xa0, 0x80, ...bytesOf('"}')]],
  ["a sequence broken off", [...bytesOf('{"topic":"'), 0xe2, 0x82, ...bytesOf('"}')]],
  ["latin1", [...bytesOf('{"topic":"'), 0xe9, ...bytesOf('"}')]],
  ["UTF-16", [...Buffer.from("\ufeff{}", "utf16le")]],
])("F33: %s is a 400", async (_, bytes) => {
  for (const [method, address] of TAKERS) {
    expectProblem(await api.call(method, address, { body: new Uint8Array(bytes) }), 400, [""]);
  }
});

test("F33: a batch points into its events", async () => {
  const event = { topic: "deals.assigned", recipients: [{ user: "ada" }] };
  const post = (body: string) => api.call("POST", "/api/v1/events/batch", { body });
  const batch = (...rows: unknown[]) => JSON.stringify({ events: [event, ...rows] });
  expectProblem(await post(batch({ ...event, topic: "no.such" })), 422, ["/events/1/topic"]);
  expectProblem(await post(batch({ ...event, tpoic: 1 })), 422, ["/events/1/tpoic"]);
  expectProblem(await post(batch({ ...event, data: "x" })), 422, ["/events/1/data"]);
  expectProblem(await post('{"events":[{"topic":"a","topic":"b"}]}'), 422, ["/events/0/topic"]);
  expectProblem(await post('{"events":[{"data":{"n":9007199254740993}}]}'), 422, ["/events/0/data/n"]);
  expectProblem(await post('{"events":[]}'), 422, ["/events"]);
  expectProblem(await post(JSON.stringify({ events: Array(1001).fill(event) })), 422, ["/events"]);
});

test("F33: ids that cannot be are a 400, and those that nobody has a 404, at every address", async () => {
  for (const [method, address] of [
    ["GET", "/api/v1/events/<id>"],
    ["GET", "/api/v1/users/<id>"],
    ["DELETE", "/api/v1/users/<id>"],
    ["GET", "/api/v1/groups/<id>"],
    ["GET", "/api/v1/users/<id>/notifications"],
    ["GET", "/api/v1/users/ada/notifications/<id>"],
  ] as const) {
    for (const id of ["a%00b", "%0A", "%7F", "x".repeat(129)]) {
      expectProblem(await api.call(method, address.replace("<id>", id)), 400);
    }
    for (const id of ["none", "å%2F..%2Fx", "%E2%80%AE", "constructor", "__proto__", "'; drop table users --"]) {
      expectProblem(await api.call(method, address.replace("<id>", id)), 404);
    }
  }
});

test("a body's fields are not taken from the query", async () => {
  expectProblem(await api.call("PUT", "/api/v1/users/ada?name=%00", { json: {} }), 400);
  expectProblem(await api.call("POST", "/api/v1/events?topic=deals.assigned", { json: {} }), 400);
  expectProblem(await api.call("GET", "/api/v1/users?limit=0"), 422, ["/limit"]);
  expectProblem(await api.call("GET", "/api/v1/users?limt=5"), 422, ["/limt"]);
});

test("nothing of all this was stored, and nothing was a fault of ours", async () => {
  expect(await api.db.read.select().from(events)).toEqual([]);
  const { body } = await api.call("GET", "/api/v1/users");
  expect(body.data.map((user: { id: string }) => user.id)).toEqual(["ada"]);
  expect(api.faults).toEqual([]);
});

function bytesOf(text: string): number[] {
  return [...Buffer.from(text)];
}

/** Half a surrogate pair as it stands cannot be sent: as bytes it is invalid UTF-8, which has its own rows. */
function isText(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
