import { afterAll, beforeAll, expect, test } from "vitest";
import { findLiveSession } from "@/db/queries/sessions";
import { contextOf } from "@/lib/auth/request-context";
import { startSession } from "@/lib/auth/session";
import { createEmbeddedRealtime } from "@/lib/realtime/embedded/realtime";
import { ACCOUNT, greet, startHub } from "@/lib/realtime/embedded/testing";
import { channelOf } from "@/lib/realtime/signal";
import { setPassword } from "@/lib/usecases/access/set-password";
import { signOutOthers } from "@/lib/usecases/access/sign-out-others";
import type { UserContext } from "@/lib/usecases/context";
import { serveApi } from "./testing";

let api: Awaited<ReturnType<typeof serveApi>>;
let realtime: Awaited<ReturnType<typeof startHub>>;

beforeAll(async () => {
  api = await serveApi();
  realtime = await startHub();
  api.made.realtime = createEmbeddedRealtime(realtime.hub, ACCOUNT);
});
afterAll(async () => {
  await realtime.close();
  await api.close();
});

/** Two tabs of one person, and one of somebody else; `open` is how many of each still listen. */
async function tabsOf(id: string) {
  const other = `not-${id}`;
  for (const one of [id, id, other]) {
    await api.addUser(one);
    await (await greet(realtime.port)).join(channelOf(api.workspaceId, one));
  }
  const open = (one: string) => realtime.hub.publish(channelOf(api.workspaceId, one), "count", {});
  return { open: () => [open(id), open(other)] };
}

async function signedIn(id: string): Promise<UserContext> {
  const { now } = api.asApp();
  const person = { workspaceId: api.workspaceId, id };
  const sid = await api.db.transact((tx) => startSession(tx, person, { userAgent: "", address: "192.0.2.1" }, now));
  const live = await findLiveSession(api.db.read, sid, now, new Date(0));
  return contextOf(live!, new Headers({ "x-belfry-address": "192.0.2.1" }), api.made);
}

test("S22: who is deactivated hears nothing more on any tab; other changes leave the tabs be", async () => {
  const { open } = await tabsOf("ada");
  const put = (json: unknown) => api.call("PUT", "/api/v1/users/ada", { json });
  await put({ name: "Ada Lovelace", active: true });
  expect(open()).toEqual([2, 1]);
  expect((await put({ active: false })).status).toBe(200);
  expect(open()).toEqual([0, 1]);
});

test("S22: who is erased hears nothing more on any tab", async () => {
  const { open } = await tabsOf("bo");
  expect((await api.call("DELETE", "/api/v1/users/bo")).status).toBe(204);
  expect(open()).toEqual([0, 1]);
});

test("S18: another password ends what the tabs of the old one hear; ending other sessions leaves this one's be", async () => {
  const { open } = await tabsOf("cy");
  const ctx = await signedIn("cy");
  await signOutOthers.run(ctx, {});
  expect(open()).toEqual([2, 1]);
  await setPassword.run(ctx, { id: "cy", password: "vier kleine enten" });
  expect(open()).toEqual([0, 1]);
});

test("S22: nobody is sent away by what was not done", async () => {
  const { open } = await tabsOf("di");
  const json = { active: false, email: "not-di@example.com" };
  expect((await api.call("PUT", "/api/v1/users/di", { json })).status).toBe(409);
  expect(open()).toEqual([2, 1]);
});
