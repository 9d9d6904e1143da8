import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliveries, gates } from "@/db/schema/deliveries";
import { workspaces } from "@/db/schema/directory";
import { exampleChannel } from "@/lib/channels/content.fixture";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import { createBroadcast } from "../broadcasts/create-broadcast";
import { anotherWorkspace, startWorkspace } from "../testing";
import { claimCalls } from "./claim-calls";
import { deliverCall, deliverDue } from "./deliver-due";
import { deliveringIn } from "./testing";

type Workspace = Awaited<ReturnType<typeof anotherWorkspace>>;

/** How far the clock is moved from look to look, and how often mail may be called; milliseconds. */
const STEP = 100;
const PACE = 500;
const CRITICAL = "logins.risky";
let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Workspace;
let other: Workspace;
/** Whom mail was sent to, call by call. */
let mailed: string[][];

/** A mail provider that takes ten a call, a call each half second. */
const mail = exampleChannel(
  async ({ messages }) => {
    mailed.push(messages.map(({ destination }) => destination));
    return messages.map(() => ({ outcome: "sent" }));
  },
  { pace: { channel: PACE, lane: 0 }, batch: 10 },
);

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
beforeEach(async () => {
  [here, other] = await Promise.all([anotherWorkspace(base.db), anotherWorkspace(base.db)]);
  mailed = [];
});
afterEach(() =>
  base.db.transact(async (tx) => {
    for (const { workspaceId } of [here, other]) await tx.delete(workspaces).where(eq(workspaces.id, workspaceId));
    await tx.delete(gates);
  }),
);

const names = (count: number, name = "person") => Array.from({ length: count }, (_, n) => `${name}-${n}`);
const among = (of: number, sorted: readonly number[]) =>
  sorted.toSorted((a, b) => a - b)[Math.min(sorted.length - 1, Math.ceil(sorted.length * of) - 1)]!;

async function broadcast(to: Workspace, people: number): Promise<void> {
  await to.addUsers(names(people));
  const input = BroadcastInput.parse({ title: "Closed on Friday", body: "We are closed.", groups: "everyone" });
  await createBroadcast.run(to.asApp(), input);
  await to.decide();
}

function both(ms: number): void {
  for (const one of [here, other]) one.pass(ms);
}

test("F17: an urgent mail goes in the next call, however many of a broadcast wait: within 2 s each", {
  timeout: 60_000,
}, async () => {
  const mine = deliveringIn(here, [mail]);
  await broadcast(here, 600);
  await here.addUser("ada");
  const waits: number[] = [];
  for (let round = 0; round < 20; round++) {
    // At another moment of the provider's pace each time.
    here.pass(STEP * (round % 7));
    await here.publish({ topic: CRITICAL, recipients: [{ user: "ada", as: "self" }] });
    await here.decide();
    const asked = here.asApp().now.getTime();
    for (;;) {
      const before = mailed.length;
      await deliverDue(mine.given);
      if (mailed.slice(before).flat().includes("ada@example.com")) break;
      here.pass(STEP);
    }
    waits.push(here.asApp().now.getTime() - asked);
  }
  expect(among(0.99, waits)).toBeLessThanOrEqual(PACE);
  // Nor does it cost the broadcast a call: what is urgent takes nine others along.
  expect(mailed.every((call) => call.length === 10)).toBe(true);
  expect((await mine.rows()).filter(({ state }) => state === "pending").length).toBeGreaterThan(300);
});

test("F17: whoever posts little waits at most twice as long as alone, beside a workspace that posted much", {
  timeout: 60_000,
}, async () => {
  const waitsOf = async () => {
    const mine = deliveringIn(other, [mail]);
    const waits: number[] = [];
    for (let round = 0; round < 20; round++) {
      both(STEP * (round % 11));
      const [id = ""] = await mine.notify(1);
      const [delivery = ""] = await mine.queue([{ channel: "email", notificationId: id }]);
      const asked = other.asApp().now.getTime();
      while ((await mine.rows([delivery]))[0]?.state === "pending") {
        await deliverDue(mine.given);
        if ((await mine.rows([delivery]))[0]?.state === "pending") both(STEP);
      }
      waits.push(other.asApp().now.getTime() - asked);
    }
    return waits;
  };
  await other.addUser("ada");
  await deliveringIn(other, []).want("ada", "email");
  const alone = await waitsOf();
  await here.addUsers(names(30));
  for (const user of names(30)) await deliveringIn(here, []).want(user, "email");
  await deliveringIn(here, []).notify(600, (n) => `person-${n % 30}`);
  const beside = await waitsOf();
  expect(among(0.95, beside)).toBeLessThanOrEqual(Math.max(2 * among(0.95, alone), PACE));
  const left = await here.db.read.select().from(deliveries).where(eq(deliveries.workspaceId, here.workspaceId));
  expect(left.filter(({ state }) => state === "pending").length).toBeGreaterThan(100);
});

test("F17: many lanes of one workspace do not keep the one of another waiting, and each has its turn", {
  timeout: 60_000,
}, async () => {
  const called: string[] = [];
  const hook = exampleChannel(
    async ({ messages }) => {
      called.push(...messages.map(({ destination }) => destination));
      return messages.map(() => ({ outcome: "sent" }));
    },
    { channel: "webhook", oneProvider: false },
  );
  const mine = deliveringIn(here, [hook]);
  const theirs = deliveringIn(other, [hook]);
  await here.addUsers(names(150));
  for (const user of names(150)) {
    await mine.want(user, "apps");
    await mine.addWebhook("https://hooks.example/", user);
  }
  await mine.notify(300, (n) => `person-${n % 150}`);
  await other.addUser("ada");
  await theirs.want("ada", "apps");
  await theirs.addWebhook("https://hooks.example/");
  await theirs.notify(1);
  const inHand = { room: 10, kept: 2, orphans: 0, rescues: true, seen: new Map<string, string>() };
  const first = await claimCalls(mine.given, inHand);
  // What is kept for the urgent is not for these.
  expect(first).toHaveLength(8);
  expect(first.map(({ members }) => members[0]?.row.workspaceId)).toContain(other.workspaceId);
  await Promise.all(first.map((call) => deliverCall(mine.given, call)));
  for (let look = 0; look < 100 && called.length < 301; look++) {
    const calls = await claimCalls(mine.given, inHand);
    await Promise.all(calls.map((call) => deliverCall(mine.given, call)));
  }
  expect(called).toHaveLength(301);
});
