import { afterAll, beforeAll, expect, test } from "vitest";
import { SCOPES } from "@/lib/core/scope";
import { anotherWorkspace } from "@/lib/usecases/testing";
import { expectProblem, serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;

beforeAll(async () => {
  api = await serveApi();
  await api.addUsers(["ada", ...Array.from({ length: 999 }, (_, n) => `user-${String(2 * n).padStart(4, "0")}`)]);
  await api.addUser("bo");
});
afterAll(() => api.close());

/** Every row of a list by its cursors; `meanwhile` runs between two pages. */
async function walk(address: string, meanwhile: (page: number) => Promise<unknown> = async () => {}) {
  const rows: { id: string }[] = [];
  let cursor: string | null = null;
  for (let page = 0; page === 0 || cursor; page++) {
    const and = address.includes("?") ? "&" : "?";
    const { body } = await api.call("GET", `${address}${and}limit=90${cursor ? `&cursor=${cursor}` : ""}`);
    rows.push(...body.data);
    cursor = body.next_cursor;
    if (cursor) await meanwhile(page);
  }
  return rows.map(({ id }) => id);
}

test("C5: 1,000 people are walked with none missed and none doubled, while more come on both sides", async () => {
  const before = await walk("/api/v1/users");
  expect(before).toHaveLength(1001);
  const seen = await walk("/api/v1/users", (page) =>
    api.addUsers([`user-${String(4 * page + 1).padStart(4, "0")}`, `user-${1500 + 2 * page + 1}`]),
  );
  expect(new Set(seen).size).toBe(seen.length);
  expect(before.filter((id) => !seen.includes(id))).toEqual([]);
  expect(seen).toEqual([...seen].sort());
});

test("C5: 1,000 notifications are walked with none missed and none doubled, while more arrive", async () => {
  const event = { topic: "deals.stage_changed", recipients: [{ user: "ada", as: "owner" }] };
  const arrive = async (count: number) => {
    await api.call("POST", "/api/v1/events/batch", { json: { events: Array(count).fill(event) } });
    await api.decide();
  };
  await arrive(1000);
  const before = await walk("/api/v1/users/ada/notifications");
  expect(before).toHaveLength(1000);
  const seen = await walk("/api/v1/users/ada/notifications", () => arrive(10));
  expect(seen).toEqual(before);
  expect(await walk("/api/v1/users/ada/notifications")).toHaveLength(1000 + 11 * 10);
});

test("C5: a page says where the next one is, with all that was asked for, and the last one does not", async () => {
  const first = await api.call("GET", "/api/v1/users/ada/notifications?limit=60&unread=true");
  const link = first.headers.get("link") ?? "";
  const [, next = ""] = /^<(.*)>; rel="next"$/.exec(link) ?? [];
  expect(next).toBe(`/api/v1/users/ada/notifications?limit=60&unread=true&cursor=${first.body.next_cursor}`);
  const second = await api.call("GET", next);
  expect(second.body.data[0].id).not.toBe(first.body.data[0].id);
  expect((await api.call("GET", "/api/v1/groups")).headers.get("link")).toBeNull();
});

test("C5: an event's decisions and a group's members are walked too", async () => {
  const members = (await walk("/api/v1/users")).map((user) => ({ user }));
  await api.addGroup("all", members);
  const { id } = (
    await api.call("POST", "/api/v1/events", { json: { topic: "deals.stage_changed", recipients: [{ group: "all" }] } })
  ).body;
  await api.decide();
  for (const [address, list] of [
    [`/api/v1/events/${id}`, "decisions"],
    ["/api/v1/groups/all", "members"],
  ] as const) {
    const users: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await api.call("GET", `${address}?limit=100${cursor && `&cursor=${cursor}`}`);
      users.push(...body[list].map(({ user }: { user: string }) => user));
      if (body.next_cursor === null) break;
      cursor = body.next_cursor;
    }
    expect(users).toEqual(members.map(({ user }) => user));
  }
});

test("C5: a cursor with any one character changed, left out or added is a 400", async () => {
  const { next_cursor: cursor } = (await api.call("GET", "/api/v1/users?limit=1")).body;
  const other = (char: string) => (char === "A" ? "B" : "A");
  const altered = [...cursor].flatMap((char: string, at: number) => [
    cursor.slice(0, at) + other(char) + cursor.slice(at + 1),
    cursor.slice(0, at) + cursor.slice(at + 1),
  ]);
  const added = [`${cursor}A`, `${cursor}.A`, `${cursor}=`, `A${cursor}`, cursor.replace(".", "=."), `${cursor}%20`];
  for (const wrong of [...altered, ...added, "", ".", "x".repeat(1000)]) {
    expectProblem(await api.call("GET", `/api/v1/users?limit=1&cursor=${wrong}`), 400);
  }
});

test("C5, S29: a cursor of another list, person, filter or workspace is a 400", async () => {
  await api.addGroup("g1", []);
  await api.addGroup("g2", []);
  const cursorOf = async (address: string) => (await api.call("GET", address)).body.next_cursor;
  const users = await cursorOf("/api/v1/users?limit=1");
  const groups = await cursorOf("/api/v1/groups?limit=1");
  const adas = await cursorOf("/api/v1/users/ada/notifications?limit=1");
  for (const wrong of [
    `/api/v1/users?cursor=${groups}`,
    `/api/v1/groups?cursor=${users}`,
    `/api/v1/users?cursor=${adas}`,
    `/api/v1/users/bo/notifications?cursor=${adas}`,
    `/api/v1/users/ada/notifications?tab=apps&cursor=${adas}`,
    `/api/v1/users/ada/notifications?unread=true&cursor=${adas}`,
    `/api/v1/groups/g1?cursor=${groups}`,
  ]) {
    expectProblem(await api.call("GET", wrong), 400);
  }
  const there = await anotherWorkspace(api.db);
  const { key } = await api.newKey(SCOPES, there.workspaceId);
  expectProblem(await api.call("GET", `/api/v1/users?cursor=${users}`, { key }), 400);
});

test("C5: a page has 50 rows unless asked, and 100 at most", async () => {
  expect((await api.call("GET", "/api/v1/users")).body.data).toHaveLength(50);
  expect((await api.call("GET", "/api/v1/users?limit=100")).body.data).toHaveLength(100);
  for (const limit of ["0", "101", "-1", "1.5", "x"]) {
    expectProblem(await api.call("GET", `/api/v1/users?limit=${limit}`), 422, ["/limit"]);
  }
});
