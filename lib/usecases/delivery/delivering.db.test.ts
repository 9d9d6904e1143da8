import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { takePlaces } from "@/db/queries/mail-counts";
import { suppressAddress } from "@/db/queries/suppressions";
import { gates } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import type { Message, OutsideChannel } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { type Fault, startStandIn } from "@/lib/channels/testing";
import { createWebhook } from "@/lib/channels/webhook";
import type { SendResult } from "@/lib/core/send-result";
import { createOutgoing } from "@/lib/outgoing";
import { getEvent } from "../events/get-event";
import { changeNotification } from "../inbox/change-notification";
import { anotherWorkspace, startWorkspace } from "../testing";
import { claimCalls } from "./claim-calls";
import { deliverCall, deliverDue } from "./deliver-due";
import { holdCalls } from "./hold-calls";
import { deliveringIn } from "./testing";

const IDLE = { room: 64, kept: 0, orphans: 0, rescues: true, seen: new Map() };
const SENT: SendResult = { outcome: "sent" };
let base: Awaited<ReturnType<typeof startWorkspace>>;
/** A workspace of its own for each test. */
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let fault: Fault | null = null;
let mailResult: (messages: readonly Message[]) => SendResult[];
let mailed: { key: string; to: string[] }[];
const outgoing = createOutgoing({ allowPrivate: true, timeout: 300 });

/** A mail provider of one's own making, keyed for a day, for what needs no network. */
const mail = exampleChannel(async ({ messages, key }) => {
  mailed.push({ key, to: messages.map(({ destination }) => destination) });
  return mailResult(messages);
});

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
  await here.addUser("ada");
  await here.addUser("bo");
  fault = null;
  standIn.seen.length = 0;
  mailed = [];
  mailResult = (messages) => messages.map(() => SENT);
});
afterEach(() =>
  base.db.transact(async (tx) => {
    await tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId));
    await tx.delete(gates);
  }),
);

function make(channels: OutsideChannel[] = [mail], more = {}) {
  return deliveringIn(here, channels, more);
}

function withWebhook(more = {}) {
  return make([mail, createWebhook(outgoing, () => new Date())], more);
}

/** One mail that waits for ada. */
async function oneMail(mine = make()) {
  await mine.want("ada", "email");
  const [notificationId = ""] = await mine.notify(1);
  const [id = ""] = await mine.queue([{ channel: "email", notificationId }]);
  return { mine, id, notificationId, row: async () => (await mine.rows([id]))[0]! };
}

async function decisionOf(eventId: string, channel = "email") {
  const event = await getEvent.run(here.asApp(), { id: eventId, limit: 10, cursor: undefined });
  return event.decisions[0]?.channels.find((one) => one.channel === channel);
}

test("a delivery is sent once, to the person's own address, and its decision says so (R34)", async () => {
  const { mine, row } = await oneMail();
  await mine.deliver();
  expect(mailed).toEqual([{ key: (await row()).id, to: ["ada@example.com"] }]);
  expect(await row()).toMatchObject({ state: "sent", reason: "delivered", attempts: 1, leaseUntil: null });
  expect(await mine.attempts()).toMatchObject([{ number: 1, outcome: "sent", ambiguous: false }]);
  expect(await decisionOf((await row()).eventId)).toMatchObject({ outcome: "sent", reason: "delivered" });
});

test("what was read meanwhile is not sent", async () => {
  const { mine, row, notificationId } = await oneMail();
  await changeNotification.run(here.asUser("ada"), { user: "ada", id: notificationId, read: true });
  await mine.deliver();
  expect(mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "cancelled", reason: "already_read" });
  expect(await decisionOf((await row()).eventId)).toMatchObject({ outcome: "cancelled", reason: "already_read" });
});

test("what was switched off meanwhile is not sent (U14)", async () => {
  const { mine, row } = await oneMail();
  await mine.want("ada", "email", false);
  await mine.deliver();
  expect(mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "suppressed", reason: "preference_off" });
});

test("nothing is sent to who was deactivated meanwhile", async () => {
  const { mine, row } = await oneMail();
  await here.addUser("ada", { active: false });
  await mine.deliver();
  expect(await row()).toMatchObject({ state: "suppressed", reason: "inactive_user" });
});

test("nothing is sent to an address that bounced, and it takes no place under the cap (F26)", async () => {
  const { mine, row } = await oneMail(make([mail], { dailyCap: 1 }));
  const address = { workspaceId: here.workspaceId, channel: "email" as const, address: "ada@example.com" };
  await here.db.transact((tx) => suppressAddress(tx, { ...address, cause: "bounce", at: new Date() }));
  await mine.deliver();
  expect(mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "suppressed", reason: "address_suppressed", capDay: null });
});

test("a failed try is tried again with the same key and words, later each time, and ten times at most", async () => {
  const { mine, row } = await oneMail();
  mailResult = () => [{ outcome: "retry", ambiguous: false, status: 500, words: "busy" }];
  for (let round = 0; round < 40 && (await row()).state === "pending"; round++) {
    await mine.deliver();
    here.pass(3_600_000);
  }
  expect(await row()).toMatchObject({ state: "failed", reason: "attempts_exhausted", attempts: 10 });
  expect(new Set(mailed.map(({ key }) => key)).size).toBe(1);
  expect(mailed).toHaveLength(10);
  expect(await mine.attempts()).toHaveLength(10);
  expect(await decisionOf((await row()).eventId)).toMatchObject({ outcome: "failed", reason: "attempts_exhausted" });
});

test("F20: nothing goes to a destination before Retry-After, also not what came later", async () => {
  const mine = withWebhook();
  await mine.want("ada", "apps");
  await mine.addWebhook(`${standIn.url}/hook`);
  await mine.notify(1);
  fault = "429 seconds";
  await mine.deliver();
  fault = null;
  await mine.addWebhook(`${standIn.url}/other`);
  await mine.notify(1);
  here.pass(6999);
  await mine.deliver();
  expect(standIn.seen.map(({ path }) => path)).toEqual(["/hook", "/other"]);
  here.pass(6000);
  await mine.deliver();
  expect(standIn.seen.map(({ path }) => path)).toEqual(["/hook", "/other", "/hook", "/hook"]);
});

test("F24: a destination that is gone is disabled at once, and what follows is not connected", async () => {
  const post = async () => ({ kind: "answered" as const, status: 410, words: "gone" });
  const mine = make([createWebhook({ ...outgoing, post }, () => new Date())]);
  await mine.want("ada", "apps");
  const connectionId = await mine.addWebhook("https://hooks.example/");
  const [one = ""] = await mine.notify(1);
  const [first = ""] = await mine.queue([{ channel: "webhook", connectionId, notificationId: one }]);
  await mine.deliver();
  // Its owner is told of that: another notification, which is not what is looked at here.
  await here.decide();
  const [two = ""] = await mine.notify(1);
  const [second = ""] = await mine.queue([{ channel: "webhook", connectionId, notificationId: two }]);
  await mine.deliver();
  const rows = await mine.rows([first, second]);
  expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
    ["failed", "endpoint_gone"],
    ["suppressed", "channel_not_connected"],
  ]);
});

test("F13: a worker that slept through its lease is refused, and writes no second record, 100 of 100", {
  timeout: 60_000,
}, async () => {
  const mine = make();
  await mine.want("ada", "email");
  const ids = await mine.notify(100);
  await mine.queue(ids.map((notificationId) => ({ channel: "email", notificationId })));
  const late = [];
  for (let round = 0; round < 13; round++) late.push(...(await claimCalls(mine.given, { ...IDLE, room: 20 })));
  expect(late).toHaveLength(100);
  here.pass(29_999);
  await mine.deliver();
  expect(mailed).toHaveLength(0);
  here.pass(2);
  await mine.deliver();
  expect(mailed).toHaveLength(100);
  const before = { rows: await mine.rows(), attempts: await mine.attempts() };
  expect(new Set(before.rows.map(({ state }) => state))).toEqual(new Set(["sent"]));
  const kept = await Promise.all(late.map((call) => deliverCall(mine.given, call)));
  expect(kept).toEqual(Array(100).fill(0));
  expect(await mine.rows()).toEqual(before.rows);
  expect(await mine.attempts()).toHaveLength(200);
  expect(before.attempts.filter(({ outcome }) => outcome === "lost")).toHaveLength(100);
  // One effect a key, though every one was tried twice: the provider knows the keys.
  expect(new Set(mailed.map(({ key }) => key)).size).toBe(100);
});

test("a heartbeat holds a claim for longer, and no longer once it is lost (F12)", async () => {
  const { mine, id, row } = await oneMail();
  const calls = await claimCalls(mine.given, IDLE);
  here.pass(20_000);
  await holdCalls(mine.given, calls);
  here.pass(20_000);
  await mine.deliver();
  expect((await row()).claims).toBe(1);
  here.pass(11_000);
  await mine.deliver();
  expect(await row()).toMatchObject({ state: "sent", claims: 2, lost: 1 });
  await holdCalls(mine.given, calls);
  expect((await mine.rows([id]))[0]?.leaseUntil).toBeNull();
});

test("F14: what kills its worker each time is a dead letter after five, and keeps nothing else for long", async () => {
  const mine = make();
  await mine.want("ada", "email");
  const notificationIds = await mine.notify(20);
  const ids = await mine.queue(notificationIds.map((notificationId) => ({ channel: "email", notificationId })));
  const poison = ids[7]!;
  // A worker dies, with all it has in hand, whenever the poison is among it.
  for (let round = 0; round < 120; round++) {
    const calls = await claimCalls(mine.given, IDLE);
    const dies = calls.some(({ members }) => members.some(({ row }) => row.id === poison));
    if (!dies) await Promise.all(calls.map((call) => deliverCall(mine.given, call)));
    if (calls.length === 0) here.pass(5000);
  }
  const rows = await mine.rows(ids);
  expect(rows.find(({ id }) => id === poison)).toMatchObject({
    state: "failed",
    reason: "attempts_exhausted",
    detail: "worker_lost",
    lost: 5,
  });
  expect(rows.filter(({ state }) => state === "sent")).toHaveLength(19);
});

test("F22: a provider that is down is asked ten times, then once each half minute, and no other suffers", {
  timeout: 60_000,
}, async () => {
  const mine = withWebhook();
  await mine.want("ada", "email");
  await mine.want("ada", "apps");
  const connectionId = await mine.addWebhook(`${standIn.url}/hook`);
  const notificationIds = await mine.notify(25);
  await mine.queue(notificationIds.map((notificationId) => ({ channel: "email", notificationId })));
  await mine.queue(notificationIds.map((notificationId) => ({ channel: "webhook", connectionId, notificationId })));
  mailResult = () => [{ outcome: "retry", ambiguous: true }];
  // A worker with room for five calls at once.
  for (let second = 0; second < 1200; second += 10) {
    while ((await deliverDue(mine.given, 5)) > 0);
    here.pass(10_000);
  }
  expect(mailed.length).toBeLessThanOrEqual(10 + 40);
  expect(standIn.seen).toHaveLength(25);
  mailResult = () => [SENT];
  here.pass(30_000);
  for (let round = 0; round < 30; round++) {
    await mine.deliver();
    here.pass(3_600_000);
  }
  const rows = await mine.rows();
  expect(rows.filter(({ state }) => state !== "sent").map(({ reason, detail }) => [reason, detail])).toEqual([]);
});

test("F23: what may have been sent is not sent again once the provider has forgotten its key", async () => {
  const { mine, row } = await oneMail();
  mailResult = () => [{ outcome: "retry", ambiguous: true, words: "no answer" }];
  await mine.deliver();
  here.pass(25 * 3_600_000);
  mailResult = () => [SENT];
  await mine.deliver();
  expect(mailed).toHaveLength(1);
  expect(await row()).toMatchObject({
    state: "failed",
    reason: "attempts_exhausted",
    detail: "idempotency_window_passed",
  });
});

test("a batch is fixed at its first send, and retried whole with its key, whatever happens meanwhile", async () => {
  const mine = make([{ ...mail, batch: 100 }]);
  await here.addUsers(Array.from({ length: 30 }, (_, n) => `user-${n}`));
  for (let n = 0; n < 30; n++) await mine.want(`user-${n}`, "email");
  const notificationIds = await mine.notify(30, (n) => `user-${n}`);
  const ids = await mine.queue(notificationIds.map((notificationId) => ({ channel: "email", notificationId })));
  mailResult = (messages) => messages.map(() => ({ outcome: "retry", ambiguous: true }));
  await mine.deliver();
  const [first] = await mine.rows(ids);
  await changeNotification.run(here.asUser(first!.userId), {
    user: first!.userId,
    id: first!.notificationId,
    read: true,
  });
  await mine.want("user-3", "email", false);
  mailResult = (messages) =>
    messages.map(({ destination }) =>
      destination.startsWith("user-5@") ? { outcome: "failed", reason: "provider_rejected" } : SENT,
    );
  here.pass(60_000);
  await mine.deliver();
  expect(mailed).toHaveLength(2);
  expect(mailed[1]).toEqual(mailed[0]);
  expect(mailed[0]?.to).toHaveLength(30);
  const rows = await mine.rows(ids);
  expect(rows.filter(({ state }) => state === "sent")).toHaveLength(29);
  expect(rows.find(({ userId }) => userId === "user-5")).toMatchObject({
    state: "failed",
    reason: "provider_rejected",
  });
});

test("R33: the mail after the cap is dropped and says so; the next day in the recipient's zone there is room again", async () => {
  const mine = make([mail], { dailyCap: 3 });
  await here.addUser("ada", { time_zone: "Pacific/Auckland" });
  await mine.want("ada", "email");
  await mine.want("bo", "email");
  const mails = async (count: number, user = "ada") => {
    const ids = await mine.queue(
      (await mine.notify(count, () => user)).map((notificationId) => ({ channel: "email", notificationId })),
    );
    await mine.deliver();
    return (await mine.rows(ids)).map(({ reason }) => reason);
  };
  // A mail that is refused gives its place back.
  mailResult = () => [{ outcome: "failed", reason: "provider_rejected" }];
  expect(await mails(2)).toEqual(["provider_rejected", "provider_rejected"]);
  mailResult = () => [SENT];
  expect(await mails(2)).toEqual(["delivered", "delivered"]);
  expect((await mails(3)).sort()).toEqual(["daily_cap", "daily_cap", "delivered"]);
  expect(await mails(1, "bo")).toEqual(["delivered"]);
  // 12:00 UTC is 01:00 in Auckland: its day ends at 11:00 UTC.
  here.pass(23 * 3_600_000 - 1);
  expect(await mails(1)).toEqual(["daily_cap"]);
  here.pass(1);
  expect(await mails(4)).toEqual(["delivered", "delivered", "delivered", "daily_cap"]);
});

test("A15: of one topic, address and day the 1,000th mail is sent and the 1,001st dropped, which its decision says (R33)", async () => {
  const mine = make();
  const counted = { workspaceId: here.workspaceId, address: "ada@example.com", day: "2026-11-21" };
  await here.db.transact((tx) => takePlaces(tx, [{ ...counted, topic: "deals.stage_changed", taken: 999 }]));
  for (const topic of ["deals.stage_changed", "deals.assigned"]) await mine.want("ada", "email", true, topic);
  const mails = async (topic: string, user = "ada") => {
    const recipients = ["owner", "assignee"].map((as) => ({ user, as }));
    const id = await here.publish({ topic, recipients });
    await here.decide();
    await mine.deliver();
    return `${(await decisionOf(id))?.outcome} ${(await decisionOf(id))?.reason}`;
  };
  expect(await mails("deals.stage_changed")).toBe("sent delivered");
  expect(await mails("deals.stage_changed")).toBe("suppressed daily_cap");
  expect(await mails("deals.assigned")).toBe("sent delivered");
  await mine.want("bo", "email");
  expect(await mails("deals.stage_changed", "bo")).toBe("sent delivered");
  here.pass(12 * 3_600_000 - 1);
  expect(await mails("deals.stage_changed")).toBe("suppressed daily_cap");
  here.pass(1);
  expect(await mails("deals.stage_changed")).toBe("sent delivered");
});

test("R33: a mail that waits for its next try keeps its place and its day", async () => {
  const mine = make([mail], { dailyCap: 1 });
  await mine.want("ada", "email");
  mailResult = () => [{ outcome: "retry", ambiguous: false, status: 503, retryAfter: "86400" }];
  await mine.notify(1);
  await mine.deliver();
  mailResult = () => [SENT];
  here.pass(86_400_000 + 6000);
  await mine.notify(1);
  await mine.deliver();
  expect((await mine.rows()).map(({ reason, capDay }) => [reason, capDay])).toEqual([
    ["delivered", "2026-11-21"],
    ["delivered", "2026-11-22"],
  ]);
});
