import { afterAll, beforeAll, expect, test } from "vitest";
import { listNotifications } from "@/db/queries/feed";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

/** A person of one test alone, with one notification of each kind. */
async function person(id: string) {
  await api.addUser(id);
  for (const topic of ["deals.assigned", "exports.ready", "apps.callback"]) {
    await api.publish({ topic, recipients: [{ user: id, as: topic === "deals.assigned" ? "assignee" : "creator" }] });
    await api.decide();
    api.pass(1000);
  }
  const address = `/api/v1/users/${id}/notifications`;
  const list = async (query = "") => (await api.call("GET", address + query)).body;
  const { data } = await list();
  const topics = async (query = "") => (await list(query)).data.map((row: { topic: string }) => row.topic);
  const patch = (json: unknown, of = data[0].id) => api.call("PATCH", `${address}/${of}`, { json });
  return { address, list, topics, patch, newest: data[0].id as string, ids: data.map((row: { id: string }) => row.id) };
}

test("lists what each tab holds, newest first, with one unread count for all", async () => {
  const { list, topics } = await person("tabs");
  expect(await topics()).toEqual(["apps.callback", "exports.ready", "deals.assigned"]);
  expect(await topics("?tab=downloads")).toEqual(["exports.ready"]);
  expect(await topics("?tab=apps")).toEqual(["apps.callback"]);
  for (const tab of ["all", "downloads", "apps"]) expect((await list(`?tab=${tab}`)).unread).toBe(3);
  expectProblem(await api.call("GET", "/api/v1/users/tabs/notifications?tab=other"), 422, ["/tab"]);
});

test("answers each field that api.md names", async () => {
  const { list, address } = await person("fields");
  const { data } = await list();
  expect(Object.keys(data[0])).toEqual(
    expect.arrayContaining(
      "id topic title body url actor subject app count status progress created_at updated_at seen_at read_at archived_at snoozed_until".split(
        " ",
      ),
    ),
  );
  expect((await api.call("GET", `${address}/${data[0].id}`)).body).toEqual(data[0]);
});

test("marks as read and back, keeps the first time, and counts along", async () => {
  const { list, patch, topics } = await person("reader");
  const at = api.asApp().now.toISOString();
  expect((await patch({ read: true })).body).toMatchObject({ read_at: at, seen_at: at });
  api.pass(60_000);
  expect((await patch({ read: true })).body.read_at).toBe(at);
  expect((await list()).unread).toBe(2);
  expect(await topics("?unread=true")).toEqual(["exports.ready", "deals.assigned"]);
  expect((await patch({ read: false })).body).toMatchObject({ read_at: null, seen_at: at });
  expect((await list()).unread).toBe(3);
});

test("archives and snoozes: counted no more, until it wakes", async () => {
  const { list, patch, ids } = await person("sleeper");
  const until = new Date(api.asApp().now.getTime() + 3_600_000).toISOString();
  expect((await patch({ archived: true })).body.archived_at).toBe(api.asApp().now.toISOString());
  expect((await patch({ snoozed_until: until }, ids[1])).body.snoozed_until).toBe(until);
  expect((await list()).unread).toBe(1);
  expect((await list("?unread=true")).data).toHaveLength(1);
  expect((await list()).data).toHaveLength(3);
  api.pass(3_600_000);
  expect((await list()).unread).toBe(2);
  expect((await patch({ archived: false, snoozed_until: null })).body).toMatchObject({ archived_at: null });
  expect((await list()).unread).toBe(3);
});

test("takes several changes at once, or none where one is wrong", async () => {
  const { patch, list } = await person("several");
  expectProblem(await patch({ read: true, archived: "yes" }), 422, ["/archived"]);
  expectProblem(await patch({ read: true, snoozed_until: "tomorrow" }), 422, ["/snoozed_until"]);
  expectProblem(await patch({ read: true, seen: true }), 422, ["/seen"]);
  expect((await list()).unread).toBe(3);
  expect((await patch({})).status).toBe(200);
  const until = "2030-01-01T00:00:00+01:00";
  expect((await patch({ read: true, archived: true, snoozed_until: until })).body).toMatchObject({
    snoozed_until: "2029-12-31T23:00:00.000Z",
  });
});

test("C7: changes under If-Match only what is as it was read", async () => {
  const { address, newest } = await person("matched");
  const patch = (json: unknown, tag: string) =>
    api.call("PATCH", `${address}/${newest}`, { json, headers: { "if-match": tag } });
  const tag = (await api.call("GET", `${address}/${newest}`)).headers.get("etag")!;
  expectProblem(await patch({ read: true }, '"other"'), 412);
  expect((await patch({ read: true }, tag)).body.read_at).not.toBeNull();
  expectProblem(await patch({ read: false }, tag), 412);
  expect((await patch({ read: false }, "*")).body.read_at).toBeNull();
});

test("F41: marks all as read up to what was seen; what arrived meanwhile stays unread", async () => {
  const { address, list } = await person("bounded");
  const [seen] = await listNotifications(api.db.read, api.workspaceId, "bounded", { now: new Date(), limit: 1 });
  for (let n = 0; n < 20; n++) {
    await api.publish({ topic: "deals.assigned", recipients: [{ user: "bounded", as: "assignee" }] });
  }
  await api.decide();
  const { body } = await api.call("POST", `${address}/read-all`, { json: { up_to: seen!.position } });
  expect(body).toMatchObject({ marked: 3, unread: 20 });
  expect((await list("?unread=true")).data).toHaveLength(20);
  expect((await api.call("POST", `${address}/read-all`, { json: { tab: "apps" } })).body.marked).toBe(0);
  expect((await api.call("POST", `${address}/read-all`)).body).toMatchObject({ marked: 20, unread: 0 });
});

test("F41: 100 arrivals raced by 30 read-alls: each is read or counted, none is lost between", async () => {
  const { address, list } = await person("racer");
  const arrive = async () => {
    for (let n = 0; n < 10; n++) {
      const recipients = [{ user: "racer", as: "assignee" }];
      await api.call("POST", "/api/v1/events/batch", {
        json: { events: Array(10).fill({ topic: "deals.assigned", recipients }) },
      });
      await api.decide();
    }
  };
  const mark = async () => {
    let marked = 0;
    for (let n = 0; n < 30; n++) marked += (await api.call("POST", `${address}/read-all`)).body.marked;
    return marked;
  };
  const [marked] = await Promise.all([mark(), arrive()]);
  const { unread } = await list();
  expect(marked + unread).toBe(103);
});

test("says 304 while nothing changed, and no more once it has", async () => {
  const { address, patch } = await person("cached");
  const first = await api.call("GET", address);
  const headers = { "if-none-match": first.headers.get("etag") ?? "" };
  expect((await api.call("GET", address, { headers })).status).toBe(304);
  await patch({ read: true });
  expect((await api.call("GET", address, { headers })).status).toBe(200);
});
