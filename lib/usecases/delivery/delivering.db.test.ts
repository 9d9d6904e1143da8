import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { suppressAddress } from "@/db/queries/suppressions";
import { gates } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import type { OutsideChannel } from "@/lib/channels/channel";
import { type Fault, startStandIn } from "@/lib/channels/testing";
import { createWebhook } from "@/lib/channels/webhook";
import type { SendResult } from "@/lib/core/send-result";
import { createOutgoing } from "@/lib/outgoing/client";
import { changeNotification } from "../inbox/change-notification";
import { listHistory } from "../preferences/list-history";
import { anotherWorkspace, startWorkspace } from "../testing";
import { deliverDue } from "./deliver-due";
import { deliveringIn, mailProvider } from "./testing";

const SENT: SendResult = { outcome: "sent" };
let base: Awaited<ReturnType<typeof startWorkspace>>;
/** A workspace of its own for each test. */
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let fault: Fault | null = null;
let mail: ReturnType<typeof mailProvider>;
const outgoing = createOutgoing({ allowPrivate: true, timeout: 300 });

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
  mail = mailProvider();
});
afterEach(() =>
  base.db.transact(async (tx) => {
    await tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId));
    await tx.delete(gates);
  }),
);

function make(channels: OutsideChannel[] = [mail.channel], more = {}) {
  return deliveringIn(here, channels, more);
}

function withWebhook(more = {}) {
  return make([mail.channel, createWebhook(outgoing, () => new Date())], more);
}

test("a delivery is sent once, to the person's own address, and its decision says so (R34)", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  await mine.deliver();
  expect(mail.mailed).toEqual([{ key: (await row()).id, to: ["ada@example.com"] }]);
  expect(await row()).toMatchObject({ state: "sent", reason: "delivered", attempts: 1, leaseUntil: null });
  expect(await mine.attempts()).toMatchObject([{ number: 1, outcome: "sent", ambiguous: false }]);
  expect(await mine.decisionOf((await row()).eventId)).toMatchObject({ outcome: "sent", reason: "delivered" });
});

test("what was read meanwhile is not sent", async () => {
  const mine = make();
  const { row, notificationId } = await mine.oneMail();
  await changeNotification.run(here.asUser("ada"), { user: "ada", id: notificationId, read: true });
  await mine.deliver();
  expect(mail.mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "cancelled", reason: "already_read" });
  expect(await mine.decisionOf((await row()).eventId)).toMatchObject({ outcome: "cancelled", reason: "already_read" });
});

test("what was switched off meanwhile is not sent (U14)", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  await mine.want("ada", "email", false);
  await mine.deliver();
  expect(mail.mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "suppressed", reason: "preference_off" });
});

test("nothing is sent to who was deactivated meanwhile", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  await here.addUser("ada", { active: false });
  await mine.deliver();
  expect(await row()).toMatchObject({ state: "suppressed", reason: "inactive_user" });
});

test("A15: what waits about a topic of super admins is not sent to who is none any more (R57)", async () => {
  const mine = make();
  await here.addUser("ada", { role: "super_admin" });
  await mine.want("ada", "email", true, "payments.received");
  await here.publish({ topic: "payments.received", recipients: [{ user: "ada" }] });
  await here.decide();
  await here.addUser("ada", { role: "member" });
  await mine.deliver();
  expect(mail.mailed).toEqual([]);
  expect(await mine.rows()).toMatchObject([{ state: "suppressed", reason: "missing_permission" }]);
  await here.addUser("ada", { role: "super_admin" });
  const { rows: history } = await listHistory.run(here.asUser("ada"), listHistory.input.parse({}));
  expect(history.map(({ reached }) => reached)).toEqual([true]);
});

test("nothing is sent to an address that bounced, and it takes no place under the cap (F26)", async () => {
  const mine = make([mail.channel], { dailyCap: 1 });
  const { row } = await mine.oneMail();
  const address = { workspaceId: here.workspaceId, channel: "email" as const, address: "ada@example.com" };
  await here.db.transact((tx) => suppressAddress(tx, { ...address, cause: "bounce", at: new Date() }));
  await mine.deliver();
  expect(mail.mailed).toEqual([]);
  expect(await row()).toMatchObject({ state: "suppressed", reason: "address_suppressed", capDay: null });
});

test("a mail that was tried goes to an address that bounced no more either, whatever its person's is now (F26)", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  mail.answer = () => [{ outcome: "retry", ambiguous: false }];
  await mine.deliver();
  mail.answer = () => [SENT];
  const address = { workspaceId: here.workspaceId, channel: "email" as const, address: "ada@example.com" };
  await here.db.transact((tx) => suppressAddress(tx, { ...address, cause: "bounce", at: new Date() }));
  await here.addUser("ada", { email: "ada@new.example" });
  here.pass(60_000);
  await mine.deliver();
  expect(mail.mailed).toHaveLength(1);
  expect(await row()).toMatchObject({ state: "suppressed", reason: "address_suppressed" });
});

test("a failed try is tried again with the same key and words, later each time, and ten times at most", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  mail.answer = () => [{ outcome: "retry", ambiguous: false, status: 500, words: "busy" }];
  for (let round = 0; round < 40 && (await row()).state === "pending"; round++) {
    await mine.deliver();
    here.pass(3_600_000);
  }
  expect(await row()).toMatchObject({ state: "failed", reason: "attempts_exhausted", attempts: 10 });
  expect(new Set(mail.mailed.map(({ key }) => key)).size).toBe(1);
  expect(mail.mailed).toHaveLength(10);
  expect(await mine.attempts()).toHaveLength(10);
  expect(await mine.decisionOf((await row()).eventId)).toMatchObject({
    outcome: "failed",
    reason: "attempts_exhausted",
  });
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
  mail.answer = () => [{ outcome: "retry", ambiguous: true }];
  // A worker with room for five calls at once.
  for (let second = 0; second < 1200; second += 10) {
    while ((await deliverDue(mine.given, 5)) > 0);
    here.pass(10_000);
  }
  expect(mail.mailed.length).toBeLessThanOrEqual(10 + 40);
  expect(standIn.seen).toHaveLength(25);
  mail.answer = () => [SENT];
  here.pass(30_000);
  for (let round = 0; round < 30; round++) {
    await mine.deliver();
    here.pass(3_600_000);
  }
  const rows = await mine.rows();
  expect(rows.filter(({ state }) => state !== "sent").map(({ reason, detail }) => [reason, detail])).toEqual([]);
});

test("F23: what may have been sent is not sent again once the provider has forgotten its key", async () => {
  const mine = make();
  const { row } = await mine.oneMail();
  mail.answer = () => [{ outcome: "retry", ambiguous: true, words: "no answer" }];
  await mine.deliver();
  here.pass(25 * 3_600_000);
  mail.answer = () => [SENT];
  await mine.deliver();
  expect(mail.mailed).toHaveLength(1);
  expect(await row()).toMatchObject({
    state: "failed",
    reason: "attempts_exhausted",
    detail: "idempotency_window_passed",
  });
});

test("a batch is fixed at its first send, and retried whole with its key, whatever happens meanwhile", async () => {
  const mine = make([{ ...mail.channel, batch: 100 }]);
  await here.addUsers(Array.from({ length: 30 }, (_, n) => `user-${n}`));
  for (let n = 0; n < 30; n++) await mine.want(`user-${n}`, "email");
  const notificationIds = await mine.notify(30, (n) => `user-${n}`);
  const ids = await mine.queue(notificationIds.map((notificationId) => ({ channel: "email", notificationId })));
  mail.answer = (messages) => messages.map(() => ({ outcome: "retry", ambiguous: true }));
  await mine.deliver();
  const [first] = await mine.rows(ids);
  await changeNotification.run(here.asUser(first!.userId), {
    user: first!.userId,
    id: first!.notificationId,
    read: true,
  });
  await mine.want("user-3", "email", false);
  mail.answer = (messages) =>
    messages.map(({ destination }) =>
      destination.startsWith("user-5@") ? { outcome: "failed", reason: "provider_rejected" } : SENT,
    );
  here.pass(60_000);
  await mine.deliver();
  expect(mail.mailed).toHaveLength(2);
  expect(mail.mailed[1]).toEqual(mail.mailed[0]);
  expect(mail.mailed[0]?.to).toHaveLength(30);
  const rows = await mine.rows(ids);
  expect(rows.filter(({ state }) => state === "sent")).toHaveLength(29);
  expect(rows.find(({ userId }) => userId === "user-5")).toMatchObject({
    state: "failed",
    reason: "provider_rejected",
  });
});
