import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { CHANNELS } from "@/lib/core/channel";
import { expectProblem, type Sent, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let people = 0;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const TOPIC = "deals.stage_changed";
const BILLING = "account.billing";

test("answers channels and topics with their sources, and the topic's own sound (api.md)", async () => {
  const { get } = await somebody();
  const { status, body } = await get();
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(["channels", "topics"]);
  expect(Object.keys(body.channels)).toEqual(CHANNELS);
  expect(body.channels.email).toEqual({ enabled: true, source: "catalogue" });
  expect(body.topics[TOPIC]).toEqual({
    email: { enabled: expect.any(Boolean), source: "catalogue", required: false },
    desktop: { enabled: expect.any(Boolean), source: "catalogue", required: false },
    apps: { enabled: expect.any(Boolean), source: "catalogue", required: false },
    mobile: { enabled: expect.any(Boolean), source: "catalogue", required: false },
    sound: null,
  });
  expect(body.topics[BILLING].email).toEqual({ enabled: true, source: "required", required: true });
  expect(Object.keys(body.topics["visits.contact"])).not.toContain("desktop");
});

test("changes what is named, leaves the rest, and resets by null", async () => {
  const { get, patch } = await somebody();
  const { body: fresh } = await get();
  const wanted = {
    channels: { push: { enabled: false } },
    topics: { [TOPIC]: { mobile: { enabled: true }, sound: "knock" } },
  };
  const changed = await patch(wanted);
  expect(changed.status).toBe(200);
  expect(changed.body).toEqual({
    channels: { ...fresh.channels, push: { enabled: false, source: "user" } },
    topics: {
      ...fresh.topics,
      [TOPIC]: { ...fresh.topics[TOPIC], mobile: { enabled: true, source: "user", required: false }, sound: "knock" },
    },
  });
  expect((await get()).body).toEqual(changed.body);
  const reset = await patch({ channels: { push: null }, topics: { [TOPIC]: { mobile: null, sound: null } } });
  expect(reset.body).toEqual(fresh);
});

test("null for a whole topic resets all that was chosen of it; a merge patch says so as well (RFC 7396)", async () => {
  const { id, get, patch } = await somebody();
  const { body: fresh } = await get();
  await patch({ topics: { [TOPIC]: { email: { enabled: true }, mobile: { enabled: true }, sound: "knock" } } });
  const headers = { "content-type": "application/merge-patch+json" };
  const body = JSON.stringify({ topics: { [TOPIC]: null, "visits.contact": null } });
  const reset = await api.call("PATCH", `/api/v1/users/${id}/preferences`, { body, headers });
  expect(reset.body).toEqual(fresh);
  expectProblem(await patch({ topics: { "no.such": null } }), 422, ["/topics/no.such"]);
});

test("what was read and is sent back changes nothing, and makes no choice of what is inherited", async () => {
  const { get, patch } = await somebody();
  await patch({ channels: { bell: { enabled: false } }, topics: { [TOPIC]: { email: { enabled: false } } } });
  const { body } = await get();
  expect((await patch(body)).body).toEqual(body);
  body.topics[TOPIC].desktop.enabled = !body.topics[TOPIC].desktop.enabled;
  const { body: after } = await patch(body);
  expect(after.topics[TOPIC].desktop).toEqual({ ...body.topics[TOPIC].desktop, source: "user" });
  expect({ ...after, topics: { ...after.topics, [TOPIC]: 0 } }).toEqual({
    ...body,
    topics: { ...body.topics, [TOPIC]: 0 },
  });
});

test("a value without a source is a choice, though it is what holds", async () => {
  const { patch } = await somebody();
  const { body } = await patch({ channels: { bell: { enabled: true } } });
  expect(body.channels.bell).toEqual({ enabled: true, source: "user" });
});

test.each([
  [{ channels: { fax: { enabled: true } } }, "/channels/fax"],
  [{ channels: { bell: true } }, "/channels/bell"],
  [{ channels: { bell: {} } }, "/channels/bell/enabled"],
  [{ topics: { "no.such": { email: { enabled: true } } } }, "/topics/no.such"],
  [{ topics: { "no.such": null } }, "/topics/no.such"],
  [{ topics: { "a/b~c": {} } }, "/topics/a~1b~0c"],
  [{ topics: { "payments.received": { email: null } } }, "/topics/payments.received"],
  [{ topics: { "forms.submitted": { email: { enabled: false } } } }, "/topics/forms.submitted"],
  [{ topics: { "visits.contact": { desktop: { enabled: true } } } }, "/topics/visits.contact/desktop"],
  [{ topics: { "visits.contact": { desktop: null } } }, "/topics/visits.contact/desktop"],
  [{ topics: { "visits.contact": { sound: "bloom" } } }, "/topics/visits.contact/sound"],
  [{ topics: { [TOPIC]: { fax: { enabled: true } } } }, `/topics/${TOPIC}/fax`],
  [{ topics: { [TOPIC]: { sound: "gong" } } }, `/topics/${TOPIC}/sound`],
  [{ topics: { [TOPIC]: { email: { enabled: "no" } } } }, `/topics/${TOPIC}/email/enabled`],
  [{ topics: { [BILLING]: { email: { enabled: false } } } }, `/topics/${BILLING}/email/enabled`],
  [
    { topics: { [BILLING]: { email: { enabled: false, source: "required", required: true } } } },
    `/topics/${BILLING}/email/enabled`,
  ],
  [{ sound: "bloom" }, "/sound"],
])("refuses %j with a pointer, and stores nothing of it", async (json, pointer) => {
  const { get, patch } = await somebody();
  const { body } = await get();
  const valid = {
    channels: { email: { enabled: false } },
    topics: { "deals.assigned": { email: { enabled: false } } },
  };
  const both = {
    ...json,
    channels: { ...valid.channels, ...("channels" in json ? json.channels : {}) },
    topics: { ...valid.topics, ...("topics" in json ? json.topics : {}) },
  };
  expectProblem(await patch(both), 422, [pointer]);
  expect((await get()).body).toEqual(body);
});

test("C7: reads again for nothing, and refuses a change of what was changed meanwhile", async () => {
  const { get, patch } = await somebody();
  const etag = (await get()).headers.get("etag")!;
  expect(etag).toMatch(/^"[^"]+"$/);
  for (const known of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
    const { status, body } = await get({ headers: { "if-none-match": known } });
    expect({ status, body }).toEqual({ status: 304, body: "" });
  }
  const off = { channels: { bell: { enabled: false } } };
  const first = await patch(off, { "if-match": etag });
  expect(first.status).toBe(200);
  expect(first.headers.get("etag")).toBe((await get()).headers.get("etag"));
  expectProblem(await patch({ channels: { bell: null } }, { "if-match": etag }), 412);
  expectProblem(await patch({ channels: { bell: null } }, { "if-match": `W/${first.headers.get("etag")}` }), 412);
  expect((await get({ headers: { "if-none-match": etag } })).status).toBe(200);
  expect((await get()).body.channels.bell.enabled).toBe(false);
  expect((await patch({ channels: { bell: null } }, { "if-match": "*" })).status).toBe(200);
});

test("C7: a change of role or of what the company requires is a change too", async () => {
  const { id, get, patch } = await somebody({ role: "super_admin" });
  const etag = (await get()).headers.get("etag")!;
  await api.call("PUT", `/api/v1/users/${id}`, { json: { role: "member" } });
  expectProblem(await patch({ channels: { bell: null } }, { "if-match": etag }), 412);
});

test("C7: of 20 who change what they read at once, one does; sent anew until they fit, nobody's change is lost", async () => {
  const { get, patch } = await somebody();
  const topics = Object.entries((await get()).body.topics as Record<string, { email?: object }>)
    .filter(([, { email }]) => email && !("required" in email && email.required))
    .map(([key]) => key)
    .slice(0, 20);
  const etag = (await get()).headers.get("etag")!;
  const off = (key: string) => ({ topics: { [key]: { email: { enabled: false } } } });
  const race = await Promise.all(topics.map((key) => patch(off(key), { "if-match": etag })));
  expect(race.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);

  const some = topics.slice(0, 8);
  await Promise.all(
    some.map(async (key) => {
      for (let status = 0; status !== 200; ) {
        const known = (await get()).headers.get("etag")!;
        ({ status } = await patch(off(key), { "if-match": known }));
        expect([200, 412]).toContain(status);
      }
    }),
  );
  const { body } = await get();
  for (const key of some) expect(body.topics[key].email, key).toMatchObject({ enabled: false, source: "user" });
}, 60_000);

test("without If-Match, 20 changes at once of different and of the same things all hold", async () => {
  const { get, patch } = await somebody();
  const changes = CHANNELS.flatMap((channel) => [{ [channel]: { enabled: false } }, { [channel]: { enabled: false } }]);
  const answers = await Promise.all(changes.map((channels) => patch({ channels })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(Object.values((await get()).body.channels)).toEqual(CHANNELS.map(() => ({ enabled: false, source: "user" })));
});

test("audits what an app changed, and nothing where it changed nothing", async () => {
  const { id, patch } = await somebody();
  await patch({ channels: { bell: { enabled: false } } });
  await patch({ channels: { bell: { enabled: false } } });
  const entries = (await listAuditEntries(api.db.read, api.workspaceId)).filter(
    ({ target, action }) => target === id && action.startsWith("pref"),
  );
  expect(entries).toMatchObject([
    { action: "preferences.update", after: { channels: [{ channel: "bell", enabled: false }], topics: [] } },
  ]);
});

async function somebody(more: Parameters<typeof api.addUser>[1] = {}) {
  const id = `person-${++people}`;
  await api.addUser(id, more);
  const address = `/api/v1/users/${id}/preferences`;
  return {
    id,
    get: (sent: Sent = {}) => api.call("GET", address, sent),
    patch: (json: unknown, headers: Record<string, string> = {}) => api.call("PATCH", address, { json, headers }),
  };
}
