import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import type { UserContext } from "../context";
import { anotherWorkspace, startWorkspace } from "../testing";
import { listMembers } from "./list-members";
import { readGroup } from "./read-group";
import { createGroup, deleteGroup, renameGroup } from "./save-group";
import { searchGroups } from "./search-groups";
import { removeMember, setMember } from "./set-member";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("boss", { name: "Barbara Liskov", role: "super_admin" });
  await here.addUser("u1", { name: "Åsa Öberg", email: "asa@example.com" });
  await here.addUser("u2", { name: "ada lovelace" });
  await here.addUser("u3", { name: "Bo", active: false });
});
afterAll(() => here.close());

function boss(): UserContext {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "super_admin" } };
}
const membersOf = async (id: string, query: object = {}) =>
  (await listMembers.run(boss(), listMembers.input.parse({ id, ...query }))).rows;

test("makes a group, refuses an id that is taken, and finds it whatever case and accents", async () => {
  await createGroup.run(boss(), { id: "ops", name: "Öps night" });
  await createGroup.run(boss(), { id: "sales", name: "Sales" });
  await expect(createGroup.run(boss(), { id: "ops", name: "Other" })).rejects.toMatchObject({
    errors: [{ pointer: "/id", detail: "A group has this id already." }],
  });
  expect(await searchGroups.run(boss(), { search: "NIGHT ops" })).toEqual({
    rows: [{ id: "ops", name: "Öps night", members: 0 }],
    total: 1,
  });
  expect((await searchGroups.run(boss(), {})).total).toBe(2);
  expect(await readGroup.run(boss(), { id: "ops" })).toMatchObject({ members: 0, main: 0, extra: 0, manager: 0 });
});

test("adds, changes and removes one person at a time, and counts what they are", async () => {
  await setMember.run(boss(), { group: "ops", user: "u1", main: true, manager: false });
  await setMember.run(boss(), { group: "ops", user: "u2", main: false, manager: true });
  await setMember.run(boss(), { group: "ops", user: "u3", main: false, manager: false });
  expect(await readGroup.run(boss(), { id: "ops" })).toMatchObject({ members: 3, main: 1, extra: 2, manager: 1 });
  expect(await membersOf("ops")).toMatchObject([
    { id: "u2", main: false, manager: true, active: true },
    { id: "u1", main: true, manager: false },
    { id: "u3", active: false },
  ]);
  expect(await membersOf("ops", { kind: "manager" })).toMatchObject([{ id: "u2" }]);
  expect(await membersOf("ops", { kind: "extra" })).toMatchObject([{ id: "u2" }, { id: "u3" }]);
  expect(await membersOf("ops", { search: "oberg ASA" })).toMatchObject([{ id: "u1" }]);
  const first = await listMembers.run(boss(), listMembers.input.parse({ id: "ops", limit: 2 }));
  expect(await membersOf("ops", { limit: 2, cursor: first.nextCursor })).toMatchObject([{ id: "u3" }]);
  await removeMember.run(boss(), { group: "ops", user: "u3" });
  expect(await readGroup.run(boss(), { id: "ops" })).toMatchObject({ members: 2 });
});

test("writes each act down once, and what changes nothing not at all (S27)", async () => {
  const acts = async () =>
    (await listAuditEntries(here.db.read, here.workspaceId))
      .filter(({ action }) => action === "group.member")
      .map(({ target, before, after }) => ({ target, before, after }));
  const before = await acts();
  expect(before).toHaveLength(4);
  expect(before.at(-1)).toEqual({ target: "ops", before: { user: "u3", main: false, manager: false }, after: null });
  await setMember.run(boss(), { group: "ops", user: "u1", main: true, manager: false });
  await removeMember.run(boss(), { group: "ops", user: "u3" });
  expect(await acts()).toHaveLength(4);
});

test("renames and deletes; the people stay", async () => {
  await renameGroup.run(boss(), { id: "ops", name: "Operations" });
  expect(await readGroup.run(boss(), { id: "ops" })).toMatchObject({ name: "Operations", members: 2 });
  const gone = { code: "not_found" };
  await expect(renameGroup.run(boss(), { id: "no", name: "No" })).rejects.toMatchObject(gone);
  await deleteGroup.run(boss(), { id: "ops" });
  await expect(readGroup.run(boss(), { id: "ops" })).rejects.toMatchObject(gone);
  await expect(setMember.run(boss(), { group: "ops", user: "u1", main: true, manager: false })).rejects.toMatchObject(
    gone,
  );
  await setMember.run(boss(), { group: "sales", user: "u1", main: true, manager: false });
  await expect(setMember.run(boss(), { group: "sales", user: "u9", main: true, manager: false })).rejects.toMatchObject(
    gone,
  );
});

test("is there for super admins of this workspace only (S1, S3)", async () => {
  const elsewhere = await anotherWorkspace(here.db);
  const foreign = { ...boss(), workspaceId: elsewhere.workspaceId };
  await expect(readGroup.run(foreign, { id: "sales" })).rejects.toMatchObject({ code: "not_found" });
  expect(await searchGroups.run(foreign, {})).toEqual({ rows: [], total: 0 });
  for (const role of ["member", "admin"] as const) {
    const ctx = { ...boss(), actor: { ...boss().actor, role } };
    for (const useCase of [searchGroups, readGroup, listMembers, createGroup, renameGroup, deleteGroup, setMember]) {
      expect(() => useCase.may(ctx, { id: "sales" } as never)).toThrow(expect.objectContaining({ code: "not_found" }));
    }
  }
});
