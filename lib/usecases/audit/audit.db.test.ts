import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit";
import { auditEntries } from "@/db/schema/access";
import { createApiKey } from "../access/create-api-key";
import { revokeApiKey } from "../access/revoke-api-key";
import { setPassword } from "../access/set-password";
import type { Context } from "../context";
import { deleteUser } from "../directory/delete-user";
import { deleteGroup, putGroup, putMembers } from "../directory/put-group";
import { putUser } from "../directory/put-user";
import { anotherWorkspace, startWorkspace } from "../testing";
import { firstBrokenEntry } from "./chain";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>>;

beforeEach(async () => {
  here = await anotherWorkspace(base.db);
});
afterAll(() => base.close());

const chain = () => listAuditEntries(here.db.read, here.workspaceId);
const asSystem = (): Context => ({ ...here.asApp(), actor: { kind: "system" } });
let unique = 0;
const person = (id: string) => putUser.input.parse({ id, email: `${id}-${unique++}@example.com` });

test("S27: each act leaves exactly one entry, which says who did what to whom", async () => {
  const app = here.asApp();
  const acts: [string, string, () => Promise<unknown>][] = [
    ["user.create", "ada", () => putUser.run(app, person("ada"))],
    ["user.update", "ada", () => putUser.run(app, { id: "ada", role: "admin" })],
    ["user.password", "ada", () => setPassword.run(asSystem(), { id: "ada", password: "a quite long one 71" })],
    ["group.create", "sales", () => putGroup.run(app, { id: "sales", name: "Sales" })],
    ["group.update", "sales", () => putGroup.run(app, { id: "sales", name: "Sellers" })],
    [
      "group.members",
      "sales",
      () => putMembers.run(app, putMembers.input.parse({ id: "sales", members: [{ user: "ada" }] })),
    ],
    ["group.delete", "sales", () => deleteGroup.run(app, { id: "sales" })],
    ["user.delete", "ada", () => deleteUser.run(app, { id: "ada" })],
  ];
  for (const [index, [action, target, act]] of acts.entries()) {
    await act();
    const entries = await chain();
    expect(entries).toHaveLength(index + 1);
    expect(entries.at(-1)).toMatchObject({ number: index + 1, action, target, address: "127.0.0.1", at: app.now });
    expect(entries.at(-1)?.actor).toBe(action === "user.password" ? "system" : "key:key_test");
  }
  const updated = (await chain()).find(({ action }) => action === "user.update");
  expect(updated).toMatchObject({ before: { role: "member" }, after: { role: "admin" } });
  expect(firstBrokenEntry(await chain())).toBeUndefined();
});

test("S14: a key's making and its end are entries, and neither holds the key", async () => {
  const { id, key } = await createApiKey.run(asSystem(), {
    name: "Fortnox",
    scopes: ["events:write"],
    app: here.appId,
  });
  await revokeApiKey.run(asSystem(), { id });
  const entries = await chain();
  expect(entries.map(({ action, target }) => [action, target])).toEqual([
    ["api_key.create", id],
    ["api_key.revoke", id],
  ]);
  expect(JSON.stringify(entries)).not.toContain(key.slice(-20));
});

test("what changes nothing, or fails, leaves no entry", async () => {
  const app = here.asApp();
  const ada = person("ada");
  await putUser.run(app, ada);
  await putUser.run(app, ada);
  await expect(putUser.run(app, { id: "new" })).rejects.toThrow("email");
  await expect(deleteUser.run(app, { id: "nobody" })).rejects.toThrow("no such");
  await expect(revokeApiKey.run(asSystem(), { id: "key_none" })).rejects.toThrow("no such");
  expect(await chain()).toHaveLength(1);
});

test("S28: an erased person's name and address are in no entry", async () => {
  const app = here.asApp();
  await putUser.run(app, { ...person("p-17"), name: "Augusta King" });
  await putUser.run(app, { id: "p-17", name: "Ada Lovelace", email: "countess@example.com" });
  await deleteUser.run(app, { id: "p-17" });
  expect(await chain()).toHaveLength(3);
  expect(JSON.stringify(await chain())).not.toMatch(/augusta|ada lovelace|countess|@example/i);
});

test("S27: the database itself refuses to change or remove an entry", async () => {
  await putUser.run(here.asApp(), person("ada"));
  const mine = eq(auditEntries.workspaceId, here.workspaceId);
  const edits = [
    here.db.transact((tx) => tx.update(auditEntries).set({ action: "user.nothing" }).where(mine)),
    here.db.transact((tx) => tx.delete(auditEntries).where(mine)),
  ];
  for (const edit of edits) await expect(edit).rejects.toThrow();
  expect(firstBrokenEntry(await chain())).toBeUndefined();
  expect(await chain()).toHaveLength(1);
});

test("S27: an entry that was changed, left out, moved or slipped in is found", async () => {
  for (const id of ["a", "b", "c"]) await putUser.run(here.asApp(), person(id));
  const [one, two, three] = (await chain()) as [never, never, never];
  expect(firstBrokenEntry([one, two, three])).toBeUndefined();
  for (const [field, value] of [
    ["actor", "user:eve"],
    ["action", "user.read"],
    ["target", "z"],
    ["after", { role: "super_admin" }],
    ["at", new Date(0)],
    ["address", "::1"],
    ["hash", "0".repeat(64)],
  ] as const) {
    expect(firstBrokenEntry([one, { ...(two as object), [field]: value } as never, three])).toBe(2);
  }
  expect(firstBrokenEntry([one, three])).toBe(2);
  expect(firstBrokenEntry([two, three])).toBe(1);
  expect(firstBrokenEntry([one, three, two])).toBe(2);
  expect(firstBrokenEntry([one, two, two, three])).toBe(3);
});

test("S27: 30 acts at once over several processes' connections keep one chain", { timeout: 60_000 }, async () => {
  const others = await Promise.all([1, 2, 3].map(() => openDatabase(base.url)));
  const acts = Array.from({ length: 30 }, (_, n) => {
    const ctx = { ...here.asApp(), db: others[n % 3]! };
    return n % 2 ? putUser.run(ctx, person(`user-${n}`)) : putGroup.run(ctx, { id: `group-${n % 4}`, name: `${n}` });
  });
  await Promise.all(acts);
  const entries = await chain();
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
  expect(firstBrokenEntry(entries)).toBeUndefined();
  // Of the groups, each was made once and renamed ever after, whoever came first.
  expect(entries.filter(({ action }) => action === "group.create")).toHaveLength(2);
  await Promise.all(others.map((db) => db.close()));
});
