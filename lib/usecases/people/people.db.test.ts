import { getTableName } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allTables, NOT_OF_A_PERSON, personalTables } from "@/db/queries/personal-data";
import type { Role } from "@/lib/core/role";
import type { UserContext } from "../context";
import { startWorkspace } from "../testing";
import { erasePerson } from "./erase-person";
import { exportPerson } from "./export-person";
import { listGroupSummaries } from "./list-group-summaries";
import { listPeople } from "./list-people";
import { readPerson } from "./read-person";
import { createPerson, savePerson } from "./save-person";
import { setPersonGroups } from "./set-person-groups";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("boss", { name: "Barbara Liskov", role: "super_admin" });
  await here.addUser("lead", { name: "Lead", role: "admin" });
  await here.addUser("u1", { name: "Åsa Öberg", email: "asa@example.com" });
  await here.addUser("u2", { name: "ada lovelace", email: "a.l@example.com" });
  await here.addUser("u3", { name: "Bo 100%", email: "bo@example.com", active: false });
  await here.addGroup("ops", [{ user: "u1" }, { user: "u2", main: false }]);
  await here.addGroup("sales", [{ user: "u3" }]);
});
afterAll(() => here.close());

function as(id: string, role: Role): UserContext {
  const ctx = here.asUser(id);
  return { ...ctx, actor: { ...ctx.actor, role } };
}
const boss = () => as("boss", "super_admin");
const namesOf = async (query: object, ctx = boss()) =>
  (await listPeople.run(ctx, listPeople.input.parse(query))).rows.map(({ id }) => id);

test("lists by name, whatever case and accents, and finds by name, address and id", async () => {
  expect(await namesOf({})).toEqual(["u2", "u1", "boss", "u3", "lead"]);
  expect(await namesOf({ search: "asa oberg" })).toEqual(["u1"]);
  expect(await namesOf({ search: "A.L@" })).toEqual(["u2"]);
  expect(await namesOf({ search: "0%" })).toEqual(["u3"]);
  expect(await namesOf({ search: "_" })).toEqual([]);
  expect(await namesOf({ role: "super_admin" })).toEqual(["boss"]);
  expect(await namesOf({ status: "inactive" })).toEqual(["u3"]);
  expect(await namesOf({ group: "ops" })).toEqual(["u2", "u1"]);
});

test("pages through everybody once, and counts them on the first page", async () => {
  const met: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listPeople.run(boss(), listPeople.input.parse({ limit: 2, cursor }));
    expect(page.total).toBe(cursor === undefined ? 5 : null);
    met.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(met).toEqual(["u2", "u1", "boss", "u3", "lead"]);
});

test("shows an admin only people of the groups that they manage (R90)", async () => {
  const lead = as("lead", "admin");
  expect(await namesOf({}, lead)).toEqual([]);
  expect(await listGroupSummaries.run(lead, {})).toEqual([]);
  const [manager, plain] = [
    { id: "ops", main: false, manager: true },
    { id: "sales", main: true, manager: false },
  ];
  await setPersonGroups.run(boss(), { id: "lead", groups: [manager, plain] });
  expect(await namesOf({}, lead)).toEqual(["u2", "u1", "lead"]);
  expect(await listGroupSummaries.run(lead, {})).toEqual([{ id: "ops", name: "ops", members: 3 }]);
  expect(() => readPerson.may(lead, { id: "u1" })).toThrow(expect.objectContaining({ code: "not_found" }));
});

test("changes what is given, and answers it", async () => {
  await savePerson.run(boss(), savePerson.input.parse({ id: "u1", name: "Asa Berg", permissions: ["forms.access"] }));
  expect(await readPerson.run(boss(), { id: "u1" })).toMatchObject({
    name: "Asa Berg",
    permissions: ["forms.access"],
    groups: [{ id: "ops", name: "ops", main: true, manager: false }],
  });
  expect(await namesOf({ search: "berg" })).toEqual(["u1"]);
});

test("keeps one super admin who can sign in", async () => {
  const conflict = { code: "conflict" };
  const self = (change: object) => savePerson.run(boss(), savePerson.input.parse({ id: "boss", ...change }));
  await expect(self({ role: "member" })).rejects.toMatchObject(conflict);
  await expect(self({ active: false })).rejects.toMatchObject(conflict);
  await expect(erasePerson.run(boss(), { id: "boss" })).rejects.toMatchObject(conflict);
  await self({ role: "super_admin", name: "Barbara L" });
});

test("makes somebody new, and refuses an id that is taken", async () => {
  const input = createPerson.input.parse({ id: "new", name: "New", email: "new@example.com" });
  expect(await createPerson.run(boss(), input)).toEqual({ id: "new" });
  await expect(createPerson.run(boss(), input)).rejects.toMatchObject({
    code: "conflict",
    errors: [{ pointer: "/id", detail: "Somebody has this id already." }],
  });
});

test("exports what names the person, without what would let another act for them (S28)", async () => {
  await here.publish({ topic: "deals.assigned", recipients: [{ user: "u2", as: "assignee" }], title: "For Ada" });
  await here.decide();
  const { tables } = await exportPerson.run(boss(), { id: "u2" });
  expect(tables.users).toMatchObject([{ id: "u2", name: "ada lovelace", email: "a.l@example.com" }]);
  expect(tables.users?.[0]).not.toHaveProperty("passwordHash");
  expect(tables.notifications).toMatchObject([{ title: "For Ada" }]);
  expect(tables.group_members).toMatchObject([{ groupId: "ops" }]);
  expect(JSON.stringify(tables)).not.toContain("u1");
});

test("erases: nothing that an export would find is left (S28)", async () => {
  await erasePerson.run(boss(), { id: "u2" });
  await expect(exportPerson.run(boss(), { id: "u2" })).rejects.toMatchObject({ code: "not_found" });
  for (const { table, person, name } of personalTables()) {
    const rows = await here.db.read.select({ person }).from(table);
    expect(
      rows.map((row) => row.person),
      name,
    ).not.toContain("u2");
  }
});

test("says of every table whether it is about a person", () => {
  const known = new Set([...personalTables().map(({ name }) => name), ...Object.keys(NOT_OF_A_PERSON)]);
  const names = allTables().map(getTableName);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});
