import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { insertConnection } from "@/db/queries/connections";
import { gates, mailCounts } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import { openMailLink } from "@/lib/auth/open-mail-link";
import type { Message } from "@/lib/channels/channel";
import { exampleChannel } from "@/lib/channels/content.fixture";
import type { SendResult } from "@/lib/core/send-result";
import { newId } from "@/lib/ids";
import { retryBroadcast } from "../broadcasts/retry-broadcast";
import { broadcastsIn } from "../broadcasts/testing";
import { getEvent } from "../events/get-event";
import { changeNotification } from "../inbox/change-notification";
import { explainNotification } from "../inbox/explain-notification";
import { endMail } from "../mail/mail-end";
import { getPreferences } from "../preferences/get-preferences";
import { changeMySchedule } from "../schedule/change-my-schedule";
import { anotherWorkspace, startWorkspace } from "../testing";
import { claimCalls } from "./claim-calls";
import { deliverDue } from "./deliver-due";
import { discardDeadLetters } from "./discard-dead-letters";
import { listDeadLetters } from "./list-dead-letters";
import { recordCall } from "./record-call";
import { resendDelivery } from "./resend-delivery";
import { retryDeadLetters } from "./retry-dead-letters";
import { deliveringIn, IDLE } from "./testing";

const HOUR = 3_600_000;
const START = Date.parse("2026-11-21T12:00:00Z");
const DAILY = { email: { kind: "daily", at: "08:00" } };
let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
let sent: Message[];
let answer: SendResult;

const mail = exampleChannel(
  async ({ messages }) => {
    sent.push(...messages);
    return messages.map(() => answer);
  },
  { batch: 3 },
);

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
// It is noon on a Saturday.
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  mine = deliveringIn(here, [mail]);
  await here.addUser("ada");
  await mine.want("ada", "email");
  [sent, answer] = [[], { outcome: "sent" }];
});
afterEach(() =>
  base.db.transact(async (tx) => {
    await tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId));
    await tx.delete(gates);
  }),
);

const schedule = (wish: object, user = "ada") =>
  changeMySchedule.run(here.asUser(user), changeMySchedule.input.parse(wish));
const change = (id: string, wish: { read?: boolean; archived?: boolean }) =>
  changeNotification.run(here.asUser("ada"), { user: "ada", id, ...wish });
const admin = () => {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "admin" as const } };
};
const ours = async () => (await mine.rows()).filter(({ workspaceId }) => workspaceId === here.workspaceId);
const ends = async () => (await ours()).map(({ state, reason }) => `${state} ${reason}`).sort();

/** A digest that its provider refused; what is sent from then on arrives. */
async function failDigestOfThree(): Promise<void> {
  await schedule(DAILY);
  await mine.notify(3);
  here.pass(20 * HOUR);
  answer = { outcome: "failed", reason: "provider_rejected" };
  await mine.deliver();
  [sent, answer] = [[], { outcome: "sent" }];
}

async function reasons(): Promise<string[]> {
  const events = [...new Set((await ours()).map(({ eventId }) => eventId))];
  const found = await Promise.all(events.map((id) => getEvent.run(here.asApp(), { id, limit: 9, cursor: undefined })));
  return found.map(({ decisions }) => {
    const { outcome, reason } = decisions[0]!.channels.find(({ channel }) => channel === "email")!;
    return `${outcome} ${reason}`;
  });
}

test("what falls due in a digest leaves as one mail at its hour, and each decision says so", async () => {
  await schedule(DAILY);
  await mine.notify(2);
  here.pass(10 * HOUR);
  await mine.notify(2);
  expect(await reasons()).toEqual(Array(4).fill("held in_digest"));
  here.pass(10 * HOUR - 1);
  await mine.deliver();
  expect(sent).toEqual([]);
  here.pass(1);
  await mine.deliver();
  expect(sent.map(({ content }) => [content.digest?.period, content.digest?.total])).toEqual([["daily", 4]]);
  expect(await reasons()).toEqual(Array(4).fill("sent delivered"));
  expect(await ends()).toEqual(Array(4).fill("sent delivered"));
  const attempts = await mine.attempts();
  expect(attempts.filter(({ deliveryId }) => deliveryId === sent[0]!.key)).toHaveLength(1);
});

test("the trace says when each email of a digest left, not when it was decided to wait (U24)", async () => {
  await schedule(DAILY);
  const id = await here.publish({ topic: "deals.stage_changed", recipients: [{ user: "ada", as: "owner" }] });
  const [told] = await here.decide();
  here.pass(20 * HOUR);
  await mine.deliver();
  const sentAt = new Date(START + 20 * HOUR).toISOString();
  const { decisions } = await getEvent.run(here.asApp(), { id, limit: 50, cursor: undefined });
  const timeOf = (channel: string) => decisions[0]?.channels.find((one) => one.channel === channel)?.at;
  expect([timeOf("bell"), timeOf("email")]).toEqual([new Date(START).toISOString(), sentAt]);
  const why = await explainNotification.run(here.asUser("ada"), { id: told!.notificationIds[0]! });
  expect(why.channels.find(({ channel }) => channel === "email")).toMatchObject({ outcome: "sent", at: sentAt });
});

test("what was read or put away meanwhile falls out, and an empty digest is not sent", async () => {
  await schedule(DAILY);
  const [one = "", two = "", three = ""] = await mine.notify(3);
  await change(one, { read: true });
  await change(two, { archived: true });
  here.pass(20 * HOUR);
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.items.map(({ id }) => id))).toEqual([[three]]);
  expect(await ends()).toEqual(["cancelled already_read", "cancelled already_read", "sent delivered"]);
  for (const id of await mine.notify(2)) await change(id, { read: true });
  here.pass(24 * HOUR);
  await mine.deliver();
  expect(sent).toHaveLength(1);
});

test("quiet hours and a pause end with one catch-up; one alone is told as itself; what is critical never waited", async () => {
  await schedule({ quietHours: Array(7).fill({ from: "12:00", to: "14:00" }) });
  await mine.notify(3);
  const risky = { topic: "logins.risky", recipients: [{ user: "ada", as: "self" }] };
  await here.publish(risky);
  await here.decide();
  await mine.deliver();
  expect(sent.map(({ content }) => [content.topic.key, content.digest])).toEqual([["logins.risky", undefined]]);
  here.pass(2 * HOUR);
  await mine.deliver();
  expect(sent[1]?.content.digest).toMatchObject({ period: "catch_up", total: 3 });
  await schedule({ pausedUntil: new Date(here.asApp().now.getTime() + 25 * 24 * HOUR).toISOString() });
  await mine.notify(1);
  // However long a pause is: held, never dropped. It ends in the quiet hours of that day.
  here.pass(25 * 24 * HOUR);
  await mine.deliver();
  expect(sent.slice(2).map(({ content }) => content.digest)).toEqual([undefined]);
});

test("a digest that was tried goes again as it was, and all that it told of ends as it does", async () => {
  await schedule(DAILY);
  const ids = await mine.notify(3);
  here.pass(20 * HOUR);
  answer = { outcome: "retry", ambiguous: true };
  await mine.deliver();
  for (const id of ids) await change(id, { read: true });
  await mine.want("ada", "email", false);
  answer = { outcome: "failed", reason: "provider_rejected" };
  here.pass(HOUR);
  await mine.deliver();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(await ends()).toEqual(Array(3).fill("failed provider_rejected"));
  expect(await reasons()).toEqual(Array(3).fill("failed provider_rejected"));
});

test("a digest that failed is sent again as one mail, and none of it by itself (C22)", async () => {
  await failDigestOfThree();
  expect((await listDeadLetters.run(admin(), { limit: 9, cursor: undefined })).data).toHaveLength(1);
  expect(await retryDeadLetters.run(admin(), { all: true })).toEqual({ retried: 1 });
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.total)).toEqual([3]);
  expect(await ends()).toEqual(Array(3).fill("sent delivered"));
});

test("what failed of a broadcast is sent again with the digest that told of it (U23)", async () => {
  await schedule(DAILY);
  await mine.notify(1);
  const { id } = await broadcastsIn(here).create();
  await here.decide();
  here.pass(20 * HOUR);
  answer = { outcome: "failed", reason: "provider_rejected" };
  await mine.deliver();
  [sent, answer] = [[], { outcome: "sent" }];
  await retryBroadcast.run(here.asApp(), { id });
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.total)).toEqual([2]);
  expect(await ends()).toEqual(Array(2).fill("sent delivered"));
});

test("a digest that failed and is given up is given up whole", async () => {
  await failDigestOfThree();
  await discardDeadLetters.run(admin(), { all: true });
  expect(await ends()).toEqual(Array(3).fill("cancelled expired"));
  expect(await reasons()).toEqual(Array(3).fill("cancelled expired"));
});

test("of a digest that failed one is sent again by itself, and the others may be each by theirs", async () => {
  await failDigestOfThree();
  const { data } = await listDeadLetters.run(admin(), { limit: 9, cursor: undefined });
  await resendDelivery.run(admin(), { id: data[0]!.id });
  await mine.deliver();
  await retryDeadLetters.run(admin(), { all: true });
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest)).toEqual([undefined, undefined, undefined]);
  expect(await ends()).toEqual(Array(3).fill("sent delivered"));
});

test("a worker that dies over a digest loses nothing of it (F12)", async () => {
  await schedule(DAILY);
  await mine.notify(3);
  here.pass(20 * HOUR);
  const calls = await claimCalls(mine.given, IDLE);
  expect(calls).toHaveLength(1);
  here.pass(30_001);
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.total)).toEqual([3]);
  expect(await ends()).toEqual(Array(3).fill("sent delivered"));
});

test("F11: four workers at the hour of everybody's digest send each person one, whole, and no place of the cap", async () => {
  const people = Array.from({ length: 12 }, (_, n) => `user-${n}`);
  await here.addUsers(people);
  for (const user of people) {
    await mine.want(user, "email");
    await schedule({ email: { kind: "weekly", weekday: 1, at: "08:00" } }, user);
  }
  await mine.notify(people.length * 8, (n) => people[n % people.length]!);
  here.pass(44 * HOUR);
  const work = async () => {
    while ((await deliverDue(mine.given, 2)) > 0);
  };
  await Promise.all([work(), work(), work(), work()]);
  await mine.deliver();
  expect(sent.map(({ destination }) => destination).sort()).toEqual(people.map((user) => `${user}@example.com`).sort());
  expect(sent.map(({ content }) => [content.digest?.period, content.digest?.total])).toEqual(
    people.map(() => ["weekly", 8]),
  );
  expect(new Set(await ends())).toEqual(new Set(["sent delivered"]));
  const places = await here.db.read.select().from(mailCounts).where(eq(mailCounts.workspaceId, here.workspaceId));
  expect(places).toEqual([]);
});

test("other apps get one catch-up each; a program at the end of a webhook gets every one, later", async () => {
  const heard: Message[] = [];
  const [slack, webhook] = (["slack", "webhook"] as const).map((channel) =>
    exampleChannel(
      async ({ messages }) => {
        heard.push(...messages);
        return messages.map(() => answer);
      },
      { channel, oneProvider: false },
    ),
  );
  mine = deliveringIn(here, [mail, slack!, webhook!]);
  for (const channel of ["slack", "webhook"] as const) {
    const connection = { id: newId("con"), userId: "ada", channel, label: channel, config: {}, createdAt: new Date() };
    await here.db.transact((tx) => insertConnection(tx, { ...connection, workspaceId: here.workspaceId }));
  }
  await mine.want("ada", "apps");
  await schedule({ pausedUntil: new Date(here.asApp().now.getTime() + HOUR).toISOString() });
  await mine.notify(3);
  await mine.deliver();
  expect(heard).toEqual([]);
  here.pass(HOUR);
  await mine.deliver();
  const told = heard.map(({ destination, content }) => `${destination} ${content.digest?.total ?? 1}`);
  expect(told.sort()).toEqual(["slack 3", "webhook 1", "webhook 1", "webhook 1"]);
});

test("a mail that failed just before the quiet hours is not tried in them, but when they end, or when they are taken away (U16)", async () => {
  await schedule({ quietHours: Array(7).fill({ from: "12:01", to: "20:00" }) });
  answer = { outcome: "retry", ambiguous: false, status: 503, retryAfter: "120" };
  await mine.notify(1);
  await mine.deliver();
  expect(sent.splice(0)).toHaveLength(1);
  answer = { outcome: "sent" };
  here.pass(HOUR);
  await mine.deliver();
  expect(await reasons()).toEqual(["held quiet_hours"]);
  here.pass(7 * HOUR - 1);
  await mine.deliver();
  expect(sent).toEqual([]);
  here.pass(1);
  await mine.deliver();
  expect([sent.length, await reasons()]).toEqual([1, ["sent delivered"]]);
  expect((await ours()).map(({ attempts, lost }) => [attempts, lost])).toEqual([[2, 0]]);
  // Of a pause, ended by its person.
  answer = { outcome: "retry", ambiguous: false, status: 503, retryAfter: "120" };
  await mine.notify(1);
  await mine.deliver();
  answer = { outcome: "sent" };
  await schedule({ pausedUntil: new Date(here.asApp().now.getTime() + HOUR).toISOString() });
  here.pass(HOUR / 4);
  await mine.deliver();
  expect((await reasons()).filter((reason) => reason === "held paused")).toHaveLength(1);
  await schedule({ pausedUntil: null });
  await mine.deliver();
  expect(await reasons()).toEqual(Array(2).fill("sent delivered"));
});

test("what stood behind others until the quiet hours began waits for their end, and leaves as one", async () => {
  await schedule({ quietHours: Array(7).fill({ from: "12:30", to: "20:00" }) });
  await mine.notify(3);
  here.pass(HOUR);
  await mine.deliver();
  expect([sent, await reasons()]).toEqual([[], Array(3).fill("held quiet_hours")]);
  here.pass(7 * HOUR);
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.total)).toEqual([3]);
  expect(await reasons()).toEqual(Array(3).fill("sent delivered"));
});

test("what a killed worker held is told for lost, and waits for the end of the quiet hours too", async () => {
  await schedule({ quietHours: Array(7).fill({ from: "12:30", to: "20:00" }) });
  await mine.notify(1);
  const [dead] = await claimCalls(mine.given, IDLE);
  here.pass(HOUR);
  await mine.deliver();
  expect((await ours()).map(({ lost, claims, leaseUntil }) => [lost, claims, leaseUntil])).toEqual([[1, 2, null]]);
  // Whoever held it comes back, and is refused (F13).
  expect(await recordCall(mine.given, { call: dead!, results: [{ outcome: "sent" }] })).toBe(0);
  here.pass(7 * HOUR);
  await mine.deliver();
  expect([sent.length, await reasons()]).toEqual([1, ["sent delivered"]]);
  expect((await mine.attempts()).map(({ outcome }) => outcome).sort()).toEqual(["lost", "sent"]);
});

test("F28: a clock that is set back sends nothing twice, and what came meanwhile once", async () => {
  await schedule(DAILY);
  await mine.notify(2);
  here.pass(20 * HOUR);
  await mine.deliver();
  here.pass(-HOUR);
  await mine.notify(1);
  await mine.deliver();
  expect(sent).toHaveLength(1);
  here.pass(HOUR);
  await mine.deliver();
  await mine.deliver();
  expect(sent.map(({ content }) => content.digest?.total)).toEqual([2, 1]);
});

const [TOKYO, LOS_ANGELES] = ["Asia/Tokyo", "America/Los_Angeles"];

test.each([
  ["westwards", TOKYO, LOS_ANGELES],
  ["eastwards", LOS_ANGELES, TOKYO],
])("F30: who moves %s around the hour of their digest has each notification in one of them", async (_, from, to) => {
  await schedule(DAILY);
  await here.addUser("ada", { time_zone: from });
  const told: string[] = [];
  // 08:00 is at 23:00 in Tokyo, and at 16:00 in Los Angeles, by UTC; it is noon. Each time a moment before, at, and after.
  for (const hours of [4, 11, 28, 35]) {
    for (const [ms, zone] of [
      [-1, to],
      [0, from],
      [1, to],
      [2, from],
    ] as const) {
      here.pass(START + hours * HOUR + ms - here.asApp().now.getTime());
      told.push(...(await mine.notify(1)));
      if (ms === 0) await mine.deliver();
      await here.addUser("ada", { time_zone: zone });
      await mine.deliver();
    }
    await schedule({ email: { kind: "daily", at: hours % 8 === 3 ? "08:00" : "09:30" } });
    for (const enabled of [false, true]) await mine.want("ada", "email", enabled);
  }
  here.pass(48 * HOUR);
  await mine.deliver();
  const digests = sent.map(({ content }) => content.digest?.items.map(({ id }) => id) ?? []);
  expect(digests.flat().sort()).toEqual(told.sort());
  expect(digests.length).toBeLessThan(told.length);
});

test("its link ends the digest, and a catch-up's all such mail (S25)", async () => {
  await schedule(DAILY);
  await mine.notify(1);
  here.pass(20 * HOUR);
  await mine.deliver();
  await schedule({ email: null, pausedUntil: new Date(here.asApp().now.getTime() + HOUR).toISOString() });
  await mine.notify(2);
  here.pass(HOUR);
  await mine.deliver();
  const links = await Promise.all(sent.map(({ content }) => openMailLink(here.db, content.unsubscribe ?? "")));
  expect(links).toMatchObject([
    { userId: "ada", end: { digest: "daily" } },
    { userId: "ada", end: { all: true } },
  ]);
});

test("one click in a digest ends the digest: what waits for the next is not sent, nor does any come by itself (S25)", async () => {
  await schedule(DAILY);
  await mine.notify(2);
  here.pass(20 * HOUR);
  await mine.deliver();
  const link = await openMailLink(here.db, sent[0]!.content.unsubscribe ?? "");
  await mine.notify(1);
  const before = await getPreferences.run(here.asApp(), { user: "ada" });
  const system = { ...here.asApp(), actor: { kind: "system" as const, name: "Belfry" } };
  const { userId, end } = link!;
  expect(await endMail.run(system, { userId, end })).toMatchObject({ topic: null, state: "off" });
  const after = await getPreferences.run(here.asApp(), { user: "ada" });
  // No topic was touched: they come to the bell and everywhere else as before.
  expect(after.topics).toEqual(before.topics);
  await mine.notify(1);
  here.pass(48 * HOUR);
  await mine.deliver();
  expect(sent).toHaveLength(1);
  expect(await ends()).toEqual(["sent delivered", "sent delivered", "suppressed channel_off"]);
});
