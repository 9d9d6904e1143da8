import { afterAll, beforeAll, expect, test } from "vitest";
import { endSessionsOf } from "@/db/queries/sessions";
import { startSession } from "@/lib/auth/session";
import { serveApi } from "@/lib/http/testing";
import { createLog } from "@/lib/log";
import { dismisserFor } from "@/lib/realtime/dismisser";
import { createEmbeddedRealtime } from "@/lib/realtime/embedded/realtime";
import { ACCOUNT, greet, startHub } from "@/lib/realtime/embedded/testing";
import { channelOf } from "@/lib/realtime/signal";
import { sendingAway } from "./send-away";

const log = createLog("fatal");
let api: Awaited<ReturnType<typeof serveApi>>;
let hub: Awaited<ReturnType<typeof startHub>>;
let time = Date.now();
const now = () => new Date(time);

beforeAll(async () => {
  api = await serveApi();
  hub = await startHub();
});
afterAll(async () => {
  await hub.close();
  await api.close();
});

async function tabOf(id: string, sessions: number) {
  await api.addUser(id);
  const person = { workspaceId: api.workspaceId, id };
  const device = { userAgent: "", address: "192.0.2.1" };
  for (let n = 0; n < sessions; n++) await api.db.transact((tx) => startSession(tx, person, device, now()));
  await (await greet(hub.port)).join(channelOf(api.workspaceId, id));
  return () => hub.hub.publish(channelOf(api.workspaceId, id), "count", {});
}

test("S18: whose sessions another process ended hears nothing more after a second; whoever signed in again does", async () => {
  const realtime = createEmbeddedRealtime(hub.hub, ACCOUNT);
  const look = sendingAway(api.db, now(), (...person) => dismisserFor({ realtime, log }, person[0])(person[1]));
  const [ada, bo] = [await tabOf("ada", 2), await tabOf("bo", 1)];
  time += 400;
  for (const id of ["ada", "bo"])
    await api.db.transact((tx) => endSessionsOf(tx, api.workspaceId, id, { endedAt: now() }));
  const person = { workspaceId: api.workspaceId, id: "bo" };
  await api.db.transact((tx) => startSession(tx, person, { userAgent: "", address: "192.0.2.1" }, now()));
  await look(now());
  expect([ada(), bo()]).toEqual([1, 1]);
  time += 700;
  await look(now());
  expect([ada(), bo()]).toEqual([0, 1]);
});
