import { afterAll, beforeEach, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { listTopics } from "@/db/queries/topics";
import { countSuperAdmins, findUserByEmail, insertUser, listUsers } from "@/db/queries/users";
import { listWorkspaces } from "@/db/queries/workspaces";
import { addWorkspace } from "@/db/testing/fresh";
import { findSetup } from "@/lib/auth/find-setup";
import { systemContext } from "@/lib/auth/system-context";
import { testRuntime } from "@/lib/auth/testing";
import { ensureWorkspace } from "@/lib/boot/ensure-workspace";
import { prepareWorkspace } from "@/lib/boot/first-run";
import { perform } from "@/lib/http/perform";
import { completeSetup } from "./complete-setup";
import { createWorkspace } from "./create-workspace";
import { offerSetup } from "./offer-setup";

const world = await testRuntime();
const { db } = world.runtime;
let ctx: ReturnType<typeof systemContext>;

beforeEach(async () => {
  ctx = systemContext(world.runtime, await addWorkspace(db), "test");
});
afterAll(async () => {
  await world.close();
});

let people = 0;
const somebody = () => {
  people += 1;
  return { name: `Person ${people}`, email: `person.${people}@example.com`, password: "vier kleine enten" };
};

async function offered(): Promise<string> {
  const token = await offerSetup(ctx);
  if (!token) throw new Error("no setup is offered");
  return token;
}

test("makes the holder of the link a super admin, once", async () => {
  const token = await offered();
  expect(await findSetup(db, token)).toBe(ctx.workspaceId);
  const ada = somebody();
  const { id } = await perform(completeSetup, ctx, { token, ...ada });
  expect(id).toBe(`person.${people}`);
  expect(await findUserByEmail(db.read, ada.email)).toMatchObject({ id, name: ada.name, role: "super_admin" });
  expect(await findSetup(db, token)).toBeUndefined();
  await expect(perform(completeSetup, ctx, { token, ...somebody() })).rejects.toMatchObject({ code: "not_found" });
  expect(await offerSetup(ctx)).toBeNull();
  expect((await listAuditEntries(db.read, ctx.workspaceId)).map(({ action }) => action)).toEqual(["setup.complete"]);
});

test("lets exactly one of 20 who race through", async () => {
  const token = await offered();
  const racers = Array.from({ length: 20 }, () => perform(completeSetup, ctx, { token, ...somebody() }));
  const ends = await Promise.allSettled(racers);
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "not_found" });
  expect(await countSuperAdmins(db.read, ctx.workspaceId)).toBe(1);
  expect(await listUsers(db.read, ctx.workspaceId, "", 100)).toHaveLength(1);
});

test("opens for no other token, and for the newest link only", async () => {
  const old = await offered();
  const token = await offered();
  for (const other of [old, "x", token.slice(1), `${token}=`]) {
    expect(await findSetup(db, other)).toBeUndefined();
    await expect(perform(completeSetup, ctx, { token: other, ...somebody() })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  expect(await findSetup(db, token)).toBe(ctx.workspaceId);
});

test("names the field that is wrong, and leaves the link open", async () => {
  const token = await offered();
  const wrong = { email: "nobody", name: " ", password: "password1234" };
  for (const [field, value] of Object.entries(wrong)) {
    const input = { token, ...somebody(), [field]: value };
    await expect(perform(completeSetup, ctx, input)).rejects.toMatchObject({
      code: "unprocessable",
      errors: [{ pointer: `/${field}` }],
    });
  }
  expect(await findSetup(db, token)).toBe(ctx.workspaceId);
});

test("promotes who has that address already, and takes nobody's id", async () => {
  const token = await offered();
  const { workspaceId, now } = ctx;
  const dates = { createdAt: now, updatedAt: now, permissions: [] };
  await db.transact(async (tx) => {
    await insertUser(tx, { workspaceId, id: "17", email: "grace@example.com", name: "Grace", ...dates });
    await insertUser(tx, { workspaceId, id: "ada", email: "other@example.com", name: "Other", ...dates });
  });
  const { id } = await perform(completeSetup, ctx, { token, ...somebody(), email: "Grace@Example.com" });
  expect(id).toBe("17");

  ctx = systemContext(world.runtime, await addWorkspace(db), "test");
  await db.transact((tx) =>
    insertUser(tx, { workspaceId: ctx.workspaceId, id: "ada", email: "ada@other.example", name: "Other", ...dates }),
  );
  const second = await perform(completeSetup, ctx, { token: await offered(), ...somebody(), email: "ada@example.com" });
  expect(second.id).toBe("ada-2");
});

test("makes one workspace with the catalogue, however many start at once", async () => {
  const empty = await testRuntime();
  const { sql } = await import("drizzle-orm");
  await empty.runtime.db.transact(async (tx) => {
    const { workspaces } = await import("@/db/schema/directory");
    await tx.delete(workspaces).where(sql`1 = 1`);
  });
  const now = empty.runtime.clock.now();
  const made = await Promise.all(Array.from({ length: 5 }, () => ensureWorkspace(empty.runtime.db, now)));
  expect(new Set(made).size).toBe(1);
  expect(await listWorkspaces(empty.runtime.db.read)).toHaveLength(1);
  expect((await listTopics(empty.runtime.db.read, made[0]!)).length).toBeGreaterThan(100);

  const nobody = await prepareWorkspace({ ...empty.runtime, env: {} });
  expect(nobody).toMatchObject({ workspaceId: made[0], setupLink: expect.stringContaining("/setup?token=") });
  const env = { BELFRY_ADMIN_EMAIL: "Ada.Lovelace@example.com", BELFRY_ADMIN_PASSWORD: "vier kleine enten" };
  const both = await Promise.all([
    prepareWorkspace({ ...empty.runtime, env }),
    prepareWorkspace({ ...empty.runtime, env }),
  ]);
  for (const { setupLink } of both) expect(setupLink).toBeNull();
  const admin = await findUserByEmail(empty.runtime.db.read, "ada.lovelace@example.com");
  expect(admin).toMatchObject({ id: "ada.lovelace", name: "Ada Lovelace", role: "super_admin" });
  expect(await findSetup(empty.runtime.db, nobody.setupLink?.split("token=")[1] ?? "")).toBeUndefined();
  await empty.close();
});

test("makes further workspaces for the command line only", async () => {
  const { id } = await perform(createWorkspace, ctx, { name: "Second" });
  expect(await listWorkspaces(db.read)).toContainEqual(expect.objectContaining({ id, name: "Second" }));
  const key = { ...ctx, actor: { kind: "key" as const, id: "key_1", appId: "app_1", scopes: [] } };
  await expect(perform(createWorkspace, key, { name: "Third" })).rejects.toMatchObject({ code: "not_found" });
});
