import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/client";
import { DIALECT } from "@/db/dialect";
import { createEmail } from "@/lib/channels/email/email";
import { createResend } from "@/lib/channels/email/resend";
import { createSlack } from "@/lib/channels/slack/slack";
import { createTeams } from "@/lib/channels/teams/teams";
import { type Fault, startStandIn } from "@/lib/channels/testing";
import { createWebhook } from "@/lib/channels/webhook";
import { createOutgoing } from "@/lib/outgoing/client";
import { startWorkspace } from "../testing";
import { deliverDue } from "./deliver-due";
import { deliveringIn } from "./testing";

/** As many as the requirements say with SOAK=1; fewer, so that all who change something wait for less. */
const SOAK = process.env.SOAK === "1";
const DELIVERIES = SOAK ? 10_000 : DIALECT === "postgres" ? 200 : 500;
const MAILS = SOAK ? 10_000 : DIALECT === "postgres" ? 300 : 1000;
const KILLS = SOAK ? 100 : 3;
const MESSAGES = SOAK ? 600 : 30;
const RACED = SOAK ? 10_000 : 150;
const LANES = 50;
const FAULTY: Fault[] = [
  ...(["429 seconds", "429 date", "429 bare", "500", "502", "503", "hang", "reset mid-body"] as const),
  ...(["slow drip", "lost", "200 error", "bad json", "302"] as const),
];

let here: Awaited<ReturnType<typeof startWorkspace>>;
const outgoing = createOutgoing({ allowPrivate: true, timeout: 120 });

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers(["ada", "bo"]);
});
afterAll(async () => {
  outgoing.close();
  await here.close();
});

test(`F19: ${DELIVERIES} deliveries with faults in 30 of 100 calls: all end, none is lost, each try is written down`, {
  timeout: 60_000 + DELIVERIES * 60,
}, async () => {
  let turn = 0;
  const standIn = await startStandIn((_, nth) => (nth % 10 < 3 ? FAULTY[turn++ % FAULTY.length]! : null));
  const mine = deliveringIn(here, [createWebhook(outgoing, () => new Date())]);
  await mine.want("ada", "apps");
  await mine.want("ada", "email", false);
  const lanes = await Promise.all(Array.from({ length: LANES }, (_, n) => mine.addWebhook(`${standIn.url}/${n}`)));
  const notificationIds = await mine.notify(DELIVERIES / LANES);
  const ids = await mine.queue(
    notificationIds.flatMap((notificationId) =>
      lanes.map((connectionId) => ({ channel: "webhook" as const, connectionId, notificationId })),
    ),
  );
  // Where no name is found, and no TLS spoken, whenever one tries.
  const dead = await Promise.all(
    ["http://nowhere.invalid/hook", standIn.url.replace("http:", "https:")].map((url) => mine.addWebhook(url, "bo")),
  );
  await mine.want("bo", "apps");
  await mine.want("bo", "email", false);
  await mine.notify(3, () => "bo");
  for (let round = 0; round < 400; round++) {
    // No more at once than the client opens sockets to one host.
    while ((await deliverDue(mine.given, 8)) > 0);
    if ((await mine.rows()).every(({ state }) => state !== "pending")) break;
    here.pass(3_600_000);
  }
  const rows = await mine.rows(ids);
  const attempts = await mine.attempts();
  expect(
    rows.filter(({ state }) => state !== "sent").map(({ state, reason, detail }) => [state, reason, detail]),
  ).toEqual([]);
  expect(rows.filter(({ leaseUntil }) => leaseUntil !== null)).toEqual([]);
  const unreachable = (await mine.rows()).filter(({ connectionId }) => dead.includes(connectionId ?? ""));
  expect(unreachable.map(({ state, reason }) => [state, reason])).toEqual(
    Array(6).fill(["failed", "attempts_exhausted"]),
  );
  // Every call is a try of ours, and every delivery that says sent had its effect, under its one key.
  const calls = countBy(standIn.seen.map(({ key }) => key));
  const tries = countBy(attempts.map(({ deliveryId }) => deliveryId));
  expect(rows.filter(({ id, key }) => (calls.get(key) ?? 0) > (tries.get(id) ?? 0))).toEqual([]);
  expect([...standIn.effects.keys()].sort()).toEqual(rows.map(({ key }) => key).sort());
  const again = standIn.seen.length - DELIVERIES;
  expect(again).toBeGreaterThan(DELIVERIES * 0.2);
  expect(standIn.connections()).toBeLessThanOrEqual(8 * 64);
  await standIn.stop();
});

test(`F21: four workers with ${MAILS} mails never call Resend faster than it allows, and fill their batches`, {
  timeout: 60_000 + MAILS * 30,
}, async () => {
  const standIn = await startStandIn();
  const people = Array.from({ length: MAILS }, (_, n) => `person-${n}`);
  await here.addUsers(people);
  await here.addGroup(
    "all",
    people.map((user) => ({ user })),
  );
  const resend = createResend({ apiKey: "re_test", baseUrl: standIn.url });
  const quick = createEmail(resend, { from: "belfry@example.com", publicUrl: "https://belfry.example" });
  const calls: { at: number; size: number }[] = [];
  const watched: typeof quick = {
    ...quick,
    send(sending) {
      calls.push({ at: here.asApp().now.getTime(), size: sending.messages.length });
      return quick.send(sending);
    },
  };
  const mine = deliveringIn(here, [watched], { patience: 30_000 });
  await here.publish({ topic: "blog.mentioned", recipients: [{ group: "all", as: "mentioned" }] });
  await here.decide();
  const queued = (await mine.rows()).filter(({ channel, state }) => channel === "email" && state === "pending");
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(here.url)));
  for (let step = 0; step < 200 + MAILS / 10; step++) {
    const worked = await Promise.all(databases.map((db) => deliverDue(mine.elsewhere(db))));
    here.pass(100);
    if (step % 10 === 0 && worked.every((n) => n === 0)) {
      if ((await mine.rows()).every(({ state }) => state !== "pending")) break;
    }
  }
  await Promise.all(databases.map((db) => db.close()));
  expect(queued.length).toBeGreaterThanOrEqual(0.9 * MAILS);
  expect(calls.reduce((sum, { size }) => sum + size, 0)).toBe(queued.length);
  expect(calls).toHaveLength(Math.ceil(queued.length / 100));
  const gaps = calls.slice(1).map(({ at }, n) => at - calls[n]!.at);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(550);
  expect(new Set(standIn.seen.map(({ key }) => key)).size).toBe(calls.length);
  await standIn.stop();
});

test(`F21: four workers with ${MESSAGES} messages for one person never call Slack or Teams faster than they allow`, {
  timeout: 60_000 + MESSAGES * 500,
}, async () => {
  const times = { slack: [] as number[], teams: [] as number[] };
  const heaviest = { teams: 0 };
  const least = { slack: 1000, teams: 250 };
  // Stricter than the real ones: each call that comes too soon is refused.
  const standIn = await startStandIn(({ path, body }) => {
    const app = path.startsWith("/api/") ? "slack" : "teams";
    const now = here.asApp().now.getTime();
    const since = now - (times[app].at(-1) ?? Number.NEGATIVE_INFINITY);
    times[app].push(now);
    if (app === "teams") heaviest.teams = Math.max(heaviest.teams, Buffer.byteLength(body));
    return since < least[app] ? "429 seconds" : null;
  });
  const publicUrl = "https://belfry.example";
  const tokenOf = async () => "xoxb-good-1";
  const mine = deliveringIn(here, [
    createSlack({ publicUrl, apiUrl: `${standIn.url}/api/`, tokenOf }),
    createTeams({ publicUrl, outgoing: createOutgoing({ allowPrivate: true }) }),
  ]);
  await here.addUser("busy");
  await mine.want("busy", "apps");
  await mine.want("busy", "email", false);
  await mine.connect("slack", { user: "U-ADA" }, "busy");
  await mine.connect("teams", { url: `${standIn.url}/teams` }, "busy");
  await mine.notify(MESSAGES, () => "busy");
  const databases = await Promise.all([1, 2, 3, 4].map(() => openDatabase(here.url)));
  for (let step = 0; step < MESSAGES * 5; step++) {
    const worked = await Promise.all(databases.map((db) => deliverDue(mine.elsewhere(db))));
    here.pass(250);
    const isDone = step % 20 === 0 && worked.every((n) => n === 0);
    if (isDone && (await mine.rows()).every(({ state }) => state !== "pending")) break;
  }
  await Promise.all(databases.map((db) => db.close()));
  for (const app of ["slack", "teams"] as const) {
    // One call each: none was refused for coming too soon.
    expect(times[app], app).toHaveLength(MESSAGES);
    const gaps = times[app].slice(1).map((at, n) => at - times[app][n]!);
    expect(Math.min(...gaps), app).toBeGreaterThanOrEqual(least[app]);
  }
  expect(heaviest.teams).toBeLessThan(28 * 1024);
  expect(new Set((await mine.rows()).filter(({ userId }) => userId === "busy").map(({ state }) => state))).toEqual(
    new Set(["sent"]),
  );
  await standIn.stop();
});

test(`F12: what a killed worker was sending is rescued once its lease is over, ${KILLS} of ${KILLS}`, {
  timeout: 60_000 + KILLS * 15_000,
}, async () => {
  let hangs = true;
  const standIn = await startStandIn(() => (hangs ? "hang" : null));
  const mine = deliveringIn(here, [createWebhook(outgoing, () => new Date())]);
  await mine.want("ada", "apps");
  const connectionId = await mine.addWebhook(`${standIn.url}/hook`);
  // The worker is another process with the real clock; so is what it leaves behind.
  here.pass(Date.now() - here.asApp().now.getTime());
  for (let kill = 0; kill < KILLS; kill++) {
    hangs = true;
    const [notificationId = ""] = await mine.notify(1);
    const [id = ""] = await mine.queue([{ channel: "webhook", connectionId, notificationId }]);
    const worker = startWorker();
    const before = standIn.seen.length;
    await expect.poll(() => standIn.seen.length, { timeout: 30_000, interval: 20 }).toBe(before + 1);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    hangs = false;
    const [held] = await mine.rows([id]);
    const lease = held!.leaseUntil!.getTime();
    expect(lease - held!.claimedAt!.getTime()).toBe(30_000);
    here.pass(lease - 1 - here.asApp().now.getTime());
    await mine.deliver();
    expect(standIn.seen).toHaveLength(before + 1);
    here.pass(2);
    await mine.deliver();
    expect((await mine.rows([id]))[0]).toMatchObject({ state: "sent", lost: 1, claims: 2 });
    const tries = (await mine.attempts()).filter(({ deliveryId }) => deliveryId === id);
    expect(tries.map(({ outcome, ambiguous }) => [outcome, ambiguous]).sort()).toEqual([
      ["lost", true],
      ["sent", false],
    ]);
    here.pass(Date.now() - here.asApp().now.getTime());
  }
  await standIn.stop();
});

test.skipIf(DIALECT !== "postgres")(
  `F11: four worker processes on ${RACED} deliveries: each is claimed and sent once`,
  {
    timeout: 120_000 + RACED * 50,
  },
  async () => {
    const standIn = await startStandIn();
    const mine = deliveringIn(here, [createWebhook(outgoing, () => new Date())]);
    const people = Array.from({ length: Math.min(RACED, 150) }, (_, n) => `racer-${n}`);
    await here.addUsers(people);
    here.pass(Date.now() - here.asApp().now.getTime());
    const ids: string[] = [];
    for (const person of people) {
      await mine.want(person, "apps");
      ids.push(await mine.addWebhook(`${standIn.url}/hook`, person));
    }
    await mine.notify(RACED, (n) => people[n % people.length]!);
    const workers = Array.from({ length: 4 }, startWorker);
    const rows = async () => (await mine.rows()).filter((row) => ids.includes(row.connectionId ?? ""));
    const ended = async () => (await rows()).filter(({ state }) => state !== "pending").length;
    await expect.poll(ended, { timeout: 90_000 + RACED * 40, interval: 200 }).toBe(RACED);
    for (const worker of workers) {
      worker.kill("SIGKILL");
      await once(worker, "exit");
    }
    expect(new Set((await rows()).map(({ state, claims, attempts }) => `${state} ${claims} ${attempts}`))).toEqual(
      new Set(["sent 1 1"]),
    );
    expect(standIn.seen).toHaveLength(RACED);
    expect(new Set(standIn.seen.map(({ key }) => key)).size).toBe(RACED);
    await standIn.stop();
  },
);

/** Another process, with the real clock. */
function startWorker() {
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", WORKER], {
    env: { ...process.env, DATABASE_URL: here.url },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const WORKER = `
  const { openDatabase } = await import("./db/client.ts");
  const { startDelivering } = await import("./lib/worker/deliverer.ts");
  const { createWebhook } = await import("./lib/channels/webhook.ts");
  const { createOutgoing } = await import("./lib/outgoing/client.ts");
  const { createLog } = await import("./lib/log.ts");
  const channels = new Map([["webhook", createWebhook(createOutgoing({ allowPrivate: true }), () => new Date())]]);
  const db = await openDatabase(process.env.DATABASE_URL);
  startDelivering({ db, channels, clock: { now: () => new Date() }, log: createLog("fatal"), authSecret: "secret", env: { EMAIL_DAILY_CAP: 1 } });
`;
