import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { serveApi } from "@/lib/http/testing";
import { createApiKey } from "./create-api-key";
import { listIntegrations } from "./list-integrations";
import { revokeApiKey } from "./revoke-api-key";
import { rotateApiKey } from "./rotate-api-key";
import { changeApp, createApp } from "./save-app";

let api: Awaited<ReturnType<typeof serveApi>>;
let appId: string;

beforeAll(async () => {
  api = await serveApi();
  ({ id: appId } = await createApp.run(boss(), { name: "Vans", icon: null, rate_limit: null }));
});
afterAll(() => api.close());

function boss() {
  const ctx = api.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "super_admin" as const } };
}
const vans = async () => (await listIntegrations.run(boss(), {})).find(({ id }) => id === appId)!;
const ask = async (key: string) => (await api.call("GET", "/api/v1/topics?limit=1", { key })).status;

test("S3: nobody but a super admin", () => {
  const member = api.asUser("ada");
  const admin = { ...member, actor: { ...member.actor, role: "admin" as const } };
  for (const ctx of [member, admin, api.asApp()]) {
    expect(() => listIntegrations.may(ctx, {})).toThrow("nothing here");
    expect(() => createApp.may(ctx, { name: "x", icon: null, rate_limit: null })).toThrow("nothing here");
    expect(() => changeApp.may(ctx, { id: appId, name: "x", icon: null, rate_limit: null })).toThrow("nothing here");
    expect(() => rotateApiKey.may(ctx, { id: "key_0", overlap_hours: 0 })).toThrow("nothing here");
  }
});

test("S14: a key is shown once and never again, rotated with overlap, and revoked at once", async () => {
  const first = await createApiKey.run(boss(), { app: appId, name: "Production", scopes: ["events:read"] });
  expect(await ask(first.key)).toBe(200);
  expect(JSON.stringify(await vans())).not.toContain(first.key);

  const second = await rotateApiKey.run(boss(), { id: first.id, overlap_hours: 24 });
  expect([await ask(first.key), await ask(second.key)]).toEqual([200, 200]);
  expect((await vans()).keys).toMatchObject([
    { id: second.id, name: "Production", scopes: ["events:read"], expiresAt: null, state: "in force" },
    { id: first.id, expiresAt: "2026-11-22T12:00:00.000Z", state: "in force" },
  ]);
  api.pass(24 * 3_600_000);
  expect([await ask(first.key), await ask(second.key)]).toEqual([401, 200]);
  await expect(rotateApiKey.run(boss(), { id: first.id, overlap_hours: 1 })).rejects.toThrow("no longer in force");

  await revokeApiKey.run(boss(), { id: second.id });
  api.pass(1000);
  expect(await ask(second.key)).toBe(401);
  expect((await vans()).keys.map(({ state }) => state)).toEqual(["revoked", "expired"]);
});

test("an app shows what it posted, its limit is obeyed, and each act stands in the audit", async () => {
  await api.addUser("ada");
  const { key } = await createApiKey.run(boss(), { app: appId, name: "Test", scopes: ["events:write"] });
  const json = { topic: "apps.message", recipients: [{ user: "ada" }] };
  const { body } = await api.call("POST", "/api/v1/events", { key, json });
  expect((await vans()).recent).toMatchObject([{ id: body.id, topic: "apps.message", status: "accepted" }]);

  await changeApp.run(boss(), { id: appId, name: "Vans", icon: "data:image/png;base64,AA==", rate_limit: 1 });
  api.pass(60_000);
  expect([await ask(key), await ask(key)]).toEqual([200, 429]);
  expect(await vans()).toMatchObject({ rateLimit: 1, icon: "data:image/png;base64,AA==" });
  const acts = await listAuditEntries(api.db.read, api.workspaceId);
  expect(acts.filter(({ target }) => target === appId).map(({ action }) => action)).toEqual([
    "app.create",
    "app.update",
  ]);
  expect(JSON.stringify(acts)).not.toContain(key.slice(40));
});

test("an icon comes with the page, a limit is a whole number, and another workspace's app is not found", async () => {
  const wrong = { name: " ", icon: "https://spy.example/pixel.png", rate_limit: 0 };
  expect(createApp.input.safeParse(wrong).error?.issues.map(({ path }) => path[0])).toEqual([
    "name",
    "icon",
    "rate_limit",
  ]);
  const elsewhere = { id: "app_0", name: "x", icon: null, rate_limit: null };
  await expect(changeApp.run(boss(), elsewhere)).rejects.toThrow("no such app");
});
