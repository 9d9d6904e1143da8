import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findApiKeyByHash } from "@/db/queries/access";
import { listAuditEntries } from "@/db/queries/audit";
import { perform } from "@/lib/http/perform";
import { createApiKey } from "@/lib/usecases/access/create-api-key";
import { revokeApiKey } from "@/lib/usecases/access/revoke-api-key";
import { keyContext } from "./api-key";
import { apiKeyHash, newApiKey } from "./api-key-format";
import { systemContext } from "./system-context";
import { testRuntime } from "./testing";

let world: Awaited<ReturnType<typeof testRuntime>>;
beforeAll(async () => {
  world = await testRuntime();
});
afterAll(async () => {
  await world.close();
});

const ctx = () => systemContext(world.runtime, world.workspaceId, "test");
const make = (more: { expires_at?: Date; app?: string } = {}) =>
  perform(createApiKey, ctx(), { name: "CRM", scopes: ["events:write"], ...more });
const ask = (key: string, address = "http://localhost/api/v1/events") =>
  keyContext(new Request(address, { headers: { authorization: `Bearer ${key}` } }), world.runtime);

test("knows an app by its key, with its scopes and workspace", async () => {
  const { id, key } = await make();
  expect(await ask(key)).toMatchObject({
    workspaceId: world.workspaceId,
    actor: { kind: "key", id, scopes: ["events:write"] },
  });
});

test("lets keys of one name share their app", async () => {
  const apps = [];
  for (const { key } of [await make(), await make(), await make({ app: "Fortnox" })]) {
    const { actor } = await ask(key);
    apps.push(actor.kind === "key" ? actor.appId : "");
  }
  expect(apps[0]).toBe(apps[1]);
  expect(apps[2]).not.toBe(apps[0]);
});

test("refuses a revoked key within half a second, and lets nobody else revoke it", async () => {
  const { id, key } = await make();
  await ask(key);
  await expect(perform(revokeApiKey, ctx(), { id: "key_unknown" })).rejects.toMatchObject({ code: "not_found" });
  await perform(revokeApiKey, ctx(), { id });
  world.pass(500);
  await expect(ask(key)).rejects.toMatchObject({ code: "unauthorized", detail: "This API key was revoked." });
  await expect(perform(revokeApiKey, ctx(), { id })).rejects.toMatchObject({ code: "not_found" });
});

test("refuses a key from the moment it expires", async () => {
  const { key } = await make({ expires_at: new Date(world.runtime.clock.now().getTime() + 10_000) });
  world.pass(9_999);
  expect((await ask(key)).actor.kind).toBe("key");
  world.pass(1);
  await expect(ask(key)).rejects.toMatchObject({ code: "unauthorized" });
});

test("looks a key up once for many who ask at once, and again after half a second", async () => {
  const { key } = await make();
  const select = vi.spyOn(world.runtime.db.read, "select");
  await Promise.all(Array.from({ length: 50 }, () => ask(key)));
  world.pass(499);
  await ask(key);
  expect(select).toHaveBeenCalledTimes(1);
  world.pass(1);
  await ask(key);
  expect(select).toHaveBeenCalledTimes(2);
  select.mockRestore();
});

test("remembers what is no key too, and refuses it", async () => {
  const { key } = newApiKey("key_01a1fff7-2aa8-7491-b38f-9dccbcfa3e39");
  const select = vi.spyOn(world.runtime.db.read, "select");
  for (let n = 0; n < 5; n += 1) await expect(ask(key)).rejects.toMatchObject({ code: "unauthorized" });
  expect(select).toHaveBeenCalledTimes(1);
  select.mockRestore();
});

test("refuses every other header without asking the database", async () => {
  const select = vi.spyOn(world.runtime.db.read, "select");
  const headers = ["Bearer %", "Bearer", "Bearer ", "Basic YTpi", "bfy_x", "Bearer bfy_", "Bearer x y"];
  for (const authorization of headers) {
    const request = new Request("http://localhost/api/v1/events", { headers: { authorization } });
    await expect(keyContext(request, world.runtime)).rejects.toMatchObject({ code: "unauthorized" });
  }
  await expect(keyContext(new Request("http://localhost/x"), world.runtime)).rejects.toMatchObject({
    code: "unauthorized",
  });
  expect(select).not.toHaveBeenCalled();
  select.mockRestore();
});

test("refuses a key in the address and says so in the log, without the key", async () => {
  const { key } = await make();
  const warn = vi.spyOn(world.runtime.log, "warn");
  for (const address of [`?api_key=${key}`, `?a=1&access_token=${key}`, `?key=%62fy_${key.slice(4)}`]) {
    await expect(ask(key, `http://localhost/api/v1/events${address}`)).rejects.toMatchObject({ code: "bad_request" });
  }
  expect(warn).toHaveBeenCalledTimes(3);
  expect(JSON.stringify(warn.mock.calls)).not.toContain(key.slice(40));
  expect((await ask(key, "http://localhost/api/v1/events?cursor=bfy%3D")).actor.kind).toBe("key");
  warn.mockRestore();
});

test("notes at most once a minute when a key was last used", async () => {
  const { key } = await make();
  const lastUsed = async () => (await findApiKeyByHash(world.runtime.db.read, apiKeyHash(key) ?? ""))?.lastUsedAt;
  const firstUse = world.runtime.clock.now();
  await ask(key);
  expect(await lastUsed()).toBeNull();
  await vi.waitFor(async () => expect(await lastUsed()).toEqual(firstUse), { timeout: 5000 });
  const transact = vi.spyOn(world.runtime.db, "transact");
  world.pass(59_999);
  await ask(key);
  world.pass(1);
  await ask(key);
  await vi.waitFor(async () => expect(await lastUsed()).toEqual(world.runtime.clock.now()), { timeout: 5000 });
  expect(transact).toHaveBeenCalledTimes(1);
  transact.mockRestore();
});

test("keeps of a key only its hash, and writes down who made and ended it", async () => {
  const { id, key } = await make();
  await perform(revokeApiKey, ctx(), { id });
  const entries = await listAuditEntries(world.runtime.db.read, world.workspaceId);
  const acts = entries.filter(({ target }) => target === id).map(({ action }) => action);
  expect(acts).toEqual(["api_key.create", "api_key.revoke"]);
  expect(JSON.stringify(entries)).not.toContain(key.slice(40));
});
