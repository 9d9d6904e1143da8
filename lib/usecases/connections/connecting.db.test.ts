import { and, eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { topics } from "@/db/schema/catalogue";
import { connections, gates } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import { events } from "@/db/schema/events";
import { createSlack } from "@/lib/channels/slack/slack";
import { createTeams } from "@/lib/channels/teams/teams";
import { type Fault, type Seen, startStandIn } from "@/lib/channels/testing";
import { createWebhook } from "@/lib/channels/webhook";
import { createOutgoing } from "@/lib/outgoing/client";
import { deliveringIn } from "../delivery/testing";
import { anotherWorkspace, startWorkspace } from "../testing";
import { connectApp } from "./connect-app";
import { disconnectApp } from "./disconnect-app";
import { readMyApps } from "./read-my-apps";
import { removeSlack } from "./remove-slack";
import { rotateSecret } from "./rotate-secret";
import { setUpSlack } from "./set-up-slack";
import { slackTokenIn } from "./slack-token";
import { tryApp } from "./try-app";

let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let fault: Fault | null = null;
let mine: ReturnType<typeof make>;
const outgoing = createOutgoing({ allowPrivate: true, timeout: 1000 });

beforeAll(async () => {
  base = await startWorkspace();
  standIn = await startStandIn(() => fault);
});
afterAll(async () => {
  await base.close();
  outgoing.close();
  await standIn.stop();
});
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  for (const id of ["ada", "bo"]) await here.addUser(id);
  mine = make();
  await mine.want("ada", "apps");
});
afterEach(async () => {
  fault = null;
  standIn.seen.length = 0;
  await base.db.transact(async (tx) => {
    await tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId));
    await tx.delete(gates);
  });
});

/** All three apps, towards the stand-in; nobody has set up Slack. */
function make() {
  const tokenOf = slackTokenIn({ db: here.db, secret: here.asApp().secret, common: null });
  const publicUrl = "https://belfry.example";
  return deliveringIn(here, [
    createSlack({ apiUrl: `${standIn.url}/api/`, publicUrl, tokenOf }),
    createTeams({ publicUrl, outgoing }),
    createWebhook(outgoing, () => here.asApp().now),
  ]);
}

function as(id: string, role: "member" | "super_admin" = "member") {
  const ctx = here.asUser(id);
  return { ...ctx, actor: { ...ctx.actor, role }, channels: mine.given.channels };
}

async function connectionsOf(id: string) {
  return (await readMyApps.run(as(id), {})).connections;
}

async function connectWebhook(path = "/hook") {
  return connectApp.run(as("ada"), { app: "webhook", address: standIn.url + path });
}

/** Whether the official library takes it, at the time that it was sent. */
function verifies(secret: string | null, seen: Seen | undefined): boolean {
  vi.useFakeTimers({ toFake: ["Date"], now: here.asApp().now });
  try {
    new Webhook(secret ?? "").verify(seen?.body ?? "", seen?.headers as Record<string, string>);
    return true;
  } catch {
    return false;
  } finally {
    vi.useRealTimers();
  }
}

/** What became of one event about ada, by channel. */
async function outcome() {
  const [notificationId] = await mine.notify(1);
  await mine.deliver();
  const rows = (await mine.rows()).filter((row) => row.notificationId === notificationId);
  return Object.fromEntries(rows.map(({ channel, state, reason }) => [channel, `${state} ${reason}`]));
}

test("a webhook is connected with a secret that is shown once and kept sealed; the official library verifies what comes", async () => {
  const { secret } = await connectWebhook();
  expect(await outcome()).toMatchObject({ webhook: "sent delivered" });
  expect(verifies(secret, standIn.seen.at(-1))).toBe(true);
  expect(verifies(`whsec_${Buffer.alloc(32, 9).toString("base64")}`, standIn.seen.at(-1))).toBe(false);
  const stored = JSON.stringify(await here.db.read.select().from(connections));
  expect(stored).not.toContain(secret!.slice(6, 30));
  expect(stored).not.toContain("/hook");
  const view = await readMyApps.run(as("ada"), {});
  expect(view.connections.webhook).toMatchObject({ label: "127.0.0.1", disabled: null, failingSince: null });
  expect(view.connections.webhook?.lastSentAt).not.toBeNull();
  expect(JSON.stringify(view)).not.toContain("whsec_");
});

test("S24: for a day both secrets sign, then the new one alone", async () => {
  const { id, secret: first } = await connectWebhook();
  const { secret: second } = await rotateSecret.run(as("ada"), { id });
  const signs = async (secret: string | null) => {
    await outcome();
    return verifies(secret, standIn.seen.at(-1));
  };
  expect([await signs(first), await signs(second)]).toEqual([true, true]);
  expect((await connectionsOf("ada")).webhook?.rotatingUntil).not.toBeNull();
  here.pass(86_400_000);
  expect((await connectionsOf("ada")).webhook?.rotatingUntil).toBeNull();
  expect([await signs(first), await signs(second)]).toEqual([false, true]);
});

test("one of a kind; another's is not there; what was disconnected gets nothing more, also not what waits", async () => {
  const { id } = await connectWebhook();
  await expect(connectWebhook("/other")).rejects.toMatchObject({ code: "conflict" });
  for (const verb of [tryApp, disconnectApp, rotateSecret]) {
    await expect(verb.run(as("bo"), { id })).rejects.toMatchObject({ code: "not_found" });
  }
  await mine.notify(1);
  await disconnectApp.run(as("ada"), { id });
  await mine.deliver();
  expect(standIn.seen).toEqual([]);
  expect((await mine.rows()).at(-1)).toMatchObject({ state: "suppressed", reason: "channel_not_connected" });
  expect((await connectionsOf("ada")).webhook).toBeUndefined();
});

test.each<[Fault | null, RegExp]>([
  [null, /^127\.0\.0\.1 answered 200\.$/],
  ["500", /^127\.0\.0\.1 answered 500 Internal Server Error\.$/],
  ["429 seconds", /^127\.0\.0\.1 answered 429 Too Many Requests\. It wants fewer/],
  ["302", /^127\.0\.0\.1 answered 302/],
  ["hang", /^127\.0\.0\.1 did not answer in time\.$/],
  ["lost", /^127\.0\.0\.1 could not be reached\.$/],
])("a test of a webhook with %s says what the receiver said, and nothing of its body (S10)", async (wrong, words) => {
  const { id } = await connectWebhook();
  fault = wrong;
  const tried = await tryApp.run(as("ada"), { id });
  expect(tried).toEqual({ ok: wrong === null, words: expect.stringMatching(words) });
  expect(tried.words).not.toMatch(/Not now|id-/);
  const stands = (await connectionsOf("ada")).webhook;
  expect(wrong === null ? stands?.failingSince : stands?.lastSentAt).toBeNull();
});

test("nobody makes us call a server without end: tests have their pace, and what waits keeps it too", async () => {
  const { id } = await connectWebhook();
  await tryApp.run(as("ada"), { id });
  await expect(tryApp.run(as("ada"), { id })).rejects.toMatchObject({ code: "too_many_requests" });
  here.pass(3001);
  expect((await tryApp.run(as("ada"), { id })).ok).toBe(true);
  expect(standIn.seen).toHaveLength(2);
});

test("F24: who asks for fewer requests is not failing; and where the company removed the topic, nobody is told", async () => {
  await connectWebhook();
  fault = "429 seconds";
  await outcome();
  expect((await connectionsOf("ada")).webhook).toMatchObject({ failingSince: null, disabled: null });
  const { workspaceId } = here;
  const gone = and(eq(topics.workspaceId, workspaceId), eq(topics.key, "announcements.posted"));
  await here.db.transact((tx) => tx.update(topics).set({ removedAt: new Date() }).where(gone));
  fault = "500";
  for (let day = 0; day < 6; day++) {
    here.pass(86_400_000);
    await outcome();
  }
  expect((await connectionsOf("ada")).webhook?.disabled).toMatchObject({ reason: "attempts_exhausted" });
  const raised = await here.db.read.select().from(events).where(eq(events.workspaceId, workspaceId));
  expect(new Set(raised.map(({ topic }) => topic))).toEqual(new Set(["deals.stage_changed"]));
});

test("F24: five days without an arrival end it and its owner hears so by other channels; a test that arrives mends it", async () => {
  const { id } = await connectWebhook();
  fault = "500";
  let day = 0;
  for (; day < 8 && !(await connectionsOf("ada")).webhook?.disabled; day++) {
    await outcome();
    expect((await connectionsOf("ada")).webhook?.failingSince).not.toBeNull();
    here.pass(86_400_000);
  }
  expect(day).toBe(6);
  expect((await connectionsOf("ada")).webhook?.disabled).toMatchObject({ reason: "attempts_exhausted" });
  await here.decide();
  const told = (await mine.rows()).filter(({ topic }) => topic === "announcements.posted");
  expect(told.map(({ userId, channel }) => [userId, channel])).toEqual([["ada", "email"]]);
  fault = null;
  expect(await outcome()).not.toHaveProperty("webhook");
  here.pass(60_000);
  expect((await tryApp.run(as("ada"), { id })).ok).toBe(true);
  here.pass(4000);
  expect(await outcome()).toMatchObject({ webhook: "sent delivered" });
});

test("Slack: a super admin sets it up for all, people are found by email, and it can be taken away again", async () => {
  await expect(connectApp.run(as("ada"), { app: "slack", address: "" })).rejects.toMatchObject({
    code: "unprocessable",
  });
  expect((await readMyApps.run(as("ada"), {})).slackReady).toBe(false);
  const boss = as("bo", "super_admin");
  await expect(setUpSlack.run(boss, { token: "xoxb-bad" })).rejects.toMatchObject({ detail: /invalid_auth/ });
  expect(await setUpSlack.run(boss, { token: "xoxb-good1" })).toEqual({ team: "Fjord" });
  expect(JSON.stringify(await here.db.read.select().from(connections))).not.toContain("xoxb-good1");
  expect((await readMyApps.run(boss, {})).slackSetup).toEqual({ team: "Fjord", byInstallation: false });
  expect((await readMyApps.run(as("ada"), {})).slackSetup).toBeNull();

  await connectApp.run(as("ada"), { app: "slack", address: "" });
  await expect(connectApp.run(as("bo"), { app: "slack", address: "" })).rejects.toMatchObject({
    detail: "Slack knows nobody with the address bo@example.com.",
  });
  expect(await outcome()).toMatchObject({ slack: "sent delivered" });
  expect(standIn.seen.at(-1)?.headers.authorization).toBe("Bearer xoxb-good1");

  await removeSlack.run(boss, {});
  expect((await connectionsOf("ada")).slack?.disabled).toMatchObject({ reason: "channel_not_connected" });
  expect(await outcome()).not.toHaveProperty("slack");
  await setUpSlack.run(boss, { token: "xoxb-good1" });
  here.pass(60_000);
  expect(await outcome()).toMatchObject({ slack: "sent delivered" });
  // Another Slack knows other people by the same ids.
  await setUpSlack.run(boss, { token: "xoxb-good2" });
  expect((await connectionsOf("ada")).slack?.disabled).toMatchObject({ reason: "endpoint_gone" });
});

test("Slack: who connected to one that was taken away is not reached by another that comes in its place", async () => {
  const boss = as("bo", "super_admin");
  await setUpSlack.run(boss, { token: "xoxb-good1" });
  await connectApp.run(as("ada"), { app: "slack", address: "" });
  await removeSlack.run(boss, {});
  expect((await readMyApps.run(boss, {})).slackSetup).toEqual({ team: null, byInstallation: false });
  await expect(removeSlack.run(boss, {})).rejects.toMatchObject({ code: "not_found" });
  for (const token of ["xoxb-good2", "xoxb-good2"]) {
    await setUpSlack.run(boss, { token });
    expect((await connectionsOf("ada")).slack?.disabled).toMatchObject({ reason: "endpoint_gone" });
  }
});

test("only super admins set Slack up or take it away; to others it is not there", () => {
  expect(() => setUpSlack.may(as("ada"), { token: "x" })).toThrow(/nothing here/);
  expect(() => removeSlack.may(as("ada"), {})).toThrow(/nothing here/);
});

test("Teams: a Workflows address takes cards; one that refuses them says what to look at", async () => {
  const { id } = await connectApp.run(as("ada"), { app: "teams", address: `${standIn.url}/workflows/1?sig=x` });
  expect(await outcome()).toMatchObject({ teams: "sent delivered" });
  expect(JSON.parse(standIn.seen.at(-1)!.body)).toMatchObject({ type: "message" });
  here.pass(60_000);
  expect(await tryApp.run(as("ada"), { id })).toEqual({ ok: true, words: "127.0.0.1 answered 200." });
});
