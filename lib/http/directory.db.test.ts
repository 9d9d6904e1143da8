import { afterAll, beforeAll, expect, test } from "vitest";
import { insertSession } from "@/db/queries/sessions";
import { sessions } from "@/db/schema/access";
import { decisions } from "@/db/schema/events";
import { notifications } from "@/db/schema/notifications";
import { SCOPES } from "@/lib/core/scope";
import { newId } from "@/lib/ids";
import { anotherWorkspace } from "@/lib/usecases/testing";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const put = (id: string, json: unknown, key?: string) => api.call("PUT", `/api/v1/users/${id}`, { json, key });

const ada = {
  email: "Ada@Example.com",
  name: "Ada Lovelace",
  role: "admin",
  time_zone: "Europe/London",
  locale: "en-GB",
  permissions: ["inbox.opened"],
  active: true,
};

test("makes a person, answers what was given, and reads it back", async () => {
  const { status, body } = await put("ada", ada);
  expect(status).toBe(200);
  expect(body).toMatchObject({ ...ada, id: "ada", email: "ada@example.com" });
  expect((await api.call("GET", "/api/v1/users/ada")).body).toEqual(body);
});

test.each([
  ["name", "Augusta Ada"],
  ["email", "countess@example.com"],
  ["role", "member"],
  ["time_zone", null],
  ["locale", "fr"],
  ["permissions", []],
  ["active", false],
])("changes %s alone and leaves the rest (api.md, section 4)", async (field, value) => {
  const { body: before } = await put("partial", { ...ada, email: "partial@example.com" });
  api.pass(1000);
  const { body: after } = await put("partial", { [field]: value });
  expect(after).toEqual({ ...before, [field]: value, updated_at: api.asApp().now.toISOString() });
  expect((await put("partial", {})).body).toEqual(after);
  await api.call("DELETE", "/api/v1/users/partial");
});

test("what GET answers of a person can be put back, changed or not", async () => {
  await put("echo", { ...ada, email: "echo@example.com" });
  const { body } = await api.call("GET", "/api/v1/users/echo");
  expect((await put("echo", body)).body).toEqual(body);
  expect((await put("echo", { ...body, name: "Ada King" })).body.name).toBe("Ada King");
});

test.each([
  ["/api/v1/users/known", { email: "known@example.com" }, { name: "Known" }],
  ["/api/v1/groups/known", { name: "Known" }, { name: "Still known" }],
])("C7: %s is put and removed under If-Match only as it was read", async (address, made, changed) => {
  const send = (method: string, tag: string, json?: unknown) =>
    api.call(method, address, { json, headers: { "if-match": tag } });
  for (const tag of ["*", '"other"']) expectProblem(await send("PUT", tag, made), 412);
  expect((await api.call("PUT", address, { json: made })).status).toBe(200);
  const tag = (await api.call("GET", address)).headers.get("etag")!;
  api.pass(1000);
  expect((await send("PUT", tag, changed)).status).toBe(200);
  for (const [method, json] of [["PUT", changed], ["DELETE"]] as const)
    expectProblem(await send(method, tag, json), 412);
  expect((await send("DELETE", "*")).status).toBe(204);
});

test.each([
  [{}, "/email"],
  [{ email: "nobody" }, "/email"],
  [{ email: "a@example.com", role: "owner" }, "/role"],
  [{ email: "a@example.com", time_zone: "Mars/Phobos" }, "/time_zone"],
  [{ email: "a@example.com", locale: "x" }, "/locale"],
  [{ email: "a@example.com", permissions: [""] }, "/permissions/0"],
  [{ email: "a@example.com", active: null }, "/active"],
  [{ email: "a@example.com", name: " " }, "/name"],
  [{ email: "a@example.com", password: "x" }, "/password"],
])("refuses %j with a pointer", async (json, pointer) => {
  expectProblem(await put("new", json), 422, [pointer]);
  expectProblem(await api.call("GET", "/api/v1/users/new"), 404);
});

test("an email address is one person's over all workspaces, in any case", async () => {
  const there = await anotherWorkspace(api.db);
  const { key } = await api.newKey(SCOPES, there.workspaceId);
  await put("first", { email: "one@example.com" });
  expectProblem(await put("second", { email: "ONE@example.com" }), 409, ["/email"]);
  const foreign = await put("third", { email: "one@example.com" }, key);
  expectProblem(foreign, 409, ["/email"]);
  expect(JSON.stringify(foreign.body)).not.toContain("first");
  expect((await put("first", { email: "one@example.com", name: "Same" })).status).toBe(200);
});

test("of 20 who take one address at once in two workspaces, one has it and the rest hear 409", async () => {
  const there = await anotherWorkspace(api.db);
  const { key } = await api.newKey(SCOPES, there.workspaceId);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => put(`race-${n}`, { email: "race@example.com" }, n % 2 ? key : undefined)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const answer of answers) if (answer.status !== 200) expectProblem(answer, 409, ["/email"]);
});

test("20 who put the same person, group or members at once all succeed", async () => {
  const many = (address: string, json: unknown) =>
    Promise.all(Array.from({ length: 20 }, async () => (await api.call("PUT", address, { json })).status));
  const all200 = Array(20).fill(200);
  expect(await many("/api/v1/users/same", { email: "same@example.com" })).toEqual(all200);
  expect(await many("/api/v1/groups/same", { name: "Same" })).toEqual(all200);
  expect(await many("/api/v1/groups/same/members", { members: [{ user: "same" }] })).toEqual(all200);
  expect((await api.call("GET", "/api/v1/groups/same")).body.members).toHaveLength(1);
});

test("says who is in a group, all at once, main and manager", async () => {
  for (const id of ["m1", "m2"]) await api.addUser(id);
  const putMembers = (members: unknown) => api.call("PUT", "/api/v1/groups/team/members", { json: { members } });
  expectProblem(await putMembers([]), 404);
  await api.call("PUT", "/api/v1/groups/team", { json: { name: "Team" } });
  expect((await putMembers([{ user: "m1", main: false, manager: true }, { user: "m2" }])).body).toEqual({ members: 2 });
  expectProblem(await putMembers([{ user: "m1" }, { user: "nobody" }]), 422, ["/members/1/user"]);
  expectProblem(await putMembers([{ user: "m1", boss: true }]), 422, ["/members/0/boss"]);
  const { body } = await api.call("GET", "/api/v1/groups/team");
  expect(body).toMatchObject({ id: "team", name: "Team", next_cursor: null });
  expect(body.members).toEqual([
    { user: "m1", main: false, manager: true },
    { user: "m2", main: true, manager: false },
  ]);
  expect((await api.call("DELETE", "/api/v1/groups/team")).status).toBe(204);
  expectProblem(await api.call("GET", "/api/v1/groups/team"), 404);
  expect((await api.call("GET", "/api/v1/users/m1")).status).toBe(200);
});

test("of 70,000 members who are nobody the first 100 are named", async () => {
  await api.call("PUT", "/api/v1/groups/huge", { json: { name: "Huge" } });
  const ids = Array.from({ length: 70_000 }, (_, n) => `h${n}`);
  const json = { members: ids.map((user) => ({ user })) };
  const refused = await api.call("PUT", "/api/v1/groups/huge/members", { json });
  expectProblem(refused, 422);
  expect(refused.body.errors).toHaveLength(100);
  expect((await api.call("GET", "/api/v1/groups/huge")).body.members).toEqual([]);
});

test("erases a person with their notifications, decisions and sessions (S28)", async () => {
  await api.addUser("gone");
  await api.addUser("stays");
  await api.publish({ topic: "deals.stage_changed", recipients: [{ user: "gone" }, { user: "stays" }] });
  await api.decide();
  const { now, workspaceId } = api.asApp();
  const times = { createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + 1e9) };
  for (const userId of ["gone", "stays"]) {
    const session = { id: newId("ses"), workspaceId, userId, userAgent: "", address: "", ...times };
    await api.db.transact((tx) => insertSession(tx, session));
  }
  expect((await api.call("DELETE", "/api/v1/users/gone")).status).toBe(204);
  for (const table of [notifications, decisions, sessions]) {
    const rows = await api.db.read.select().from(table);
    expect(rows.map(({ userId }) => userId)).not.toContain("gone");
    expect(rows.map(({ userId }) => userId)).toContain("stays");
  }
  expectProblem(await api.call("GET", "/api/v1/users/gone"), 404);
  expectProblem(await api.call("DELETE", "/api/v1/users/gone"), 404);
  expect((await put("again", { email: "gone@example.com" })).status).toBe(200);
});
