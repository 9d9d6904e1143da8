import { afterAll, beforeAll, expect, test } from "vitest";
import { suppressAddress } from "@/db/queries/suppressions";
import { exampleChannel } from "@/lib/channels/content.fixture";
import type { Channel } from "@/lib/core/channel";
import { deliveringIn } from "../delivery/testing";
import { changeMyPreferences } from "../preferences/change-my-preferences";
import { startWorkspace } from "../testing";
import { checkMyNotifications } from "./check-my-notifications";
import { tryEmail } from "./try-email";

let here: Awaited<ReturnType<typeof startWorkspace>>;
const mails: string[] = [];
const email = exampleChannel(
  async ({ messages }) => {
    mails.push(...messages.map(({ destination }) => destination));
    return messages.map(() => ({ outcome: "sent", status: 250, words: "queued as 7" }));
  },
  { keyMemory: 0 },
);

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUsers(["ada", "bo"]);
  await here.addGroup("sales", [{ user: "ada", main: true }]);
  await here.addGroup("support", [{ user: "ada", main: false }]);
});
afterAll(() => here.close());

const as = (user: string) => ({ ...here.asUser(user), channels: new Map([["email" as const, email]]) });
const check = (user = "ada") => checkMyNotifications.run(as(user), {});

async function of(channel: Channel, user = "ada") {
  return (await check(user)).channels.find((one) => one.channel === channel)!;
}

test("tells of each channel whether it would come through, and of each team (R92, R93)", async () => {
  const { teams, address, channels } = await check();
  expect(teams).toEqual([
    { name: "sales", main: true },
    { name: "support", main: false },
  ]);
  expect(address).toBe("ada@example.com");
  expect(channels.map(({ channel }) => channel)).toHaveLength(8);
  expect(await of("bell")).toMatchObject({ silences: [], lastSentAt: null });
  expect((await of("push")).silences[0]).toEqual({ why: "not_connected" });
  expect((await of("email")).on).toBeGreaterThan(0);
  expect((await of("email")).of).toBeGreaterThan((await of("email")).on);
});

test("says when something last arrived, and why nothing would now", async () => {
  await here.outcomes({ topic: "deals.assigned", recipients: [{ user: "ada", as: "assignee" }] });
  await deliveringIn(here, [email]).deliver();
  expect((await of("bell")).lastSentAt).toBe(here.asApp().now.toISOString());
  expect((await of("email")).lastSentAt).toBe(here.asApp().now.toISOString());
  const change = changeMyPreferences.input.parse({ channels: { email: { enabled: false } } });
  await changeMyPreferences.run(here.asUser("ada"), change);
  const { workspaceId } = here;
  const at = here.asApp().now;
  await here.db.transact((tx) =>
    suppressAddress(tx, { workspaceId, channel: "email", address: "ada@example.com", cause: "bounce", at }),
  );
  expect((await of("email")).silences).toEqual([{ why: "switched_off" }, { why: "address_suppressed" }]);
  expect((await of("email", "bo")).silences).toEqual([]);
});

test("counts the emails of my day that were over the limit of their topic (R33)", async () => {
  const mine = deliveringIn(here, [email], { dailyCap: 1 });
  const post = () => here.outcomes({ topic: "deals.assigned", recipients: [{ user: "cy", as: "assignee" }] });
  await here.addUser("cy", { time_zone: "Asia/Tokyo" });
  for (const _ of [1, 2, 3]) await post();
  await mine.deliver();
  const asCy = { ...as("cy"), actor: { ...as("cy").actor, timeZone: "Asia/Tokyo" } };
  const silences = async () =>
    (await checkMyNotifications.run({ ...asCy, now: here.asApp().now }, {})).channels[3]?.silences;
  expect(await silences()).toEqual([{ why: "daily_cap", count: 2 }]);
  here.pass(3 * 3_600_000 - 1);
  expect(await silences()).toEqual([{ why: "daily_cap", count: 2 }]);
  here.pass(1);
  expect(await silences()).toEqual([]);
});

test("sends a test to my own address only, and says what the provider said", async () => {
  mails.length = 0;
  expect(await tryEmail.run(as("bo"), {})).toMatchObject({ outcome: "sent", status: 250, words: "queued as 7" });
  expect(mails).toEqual(["bo@example.com"]);
});

test("sends no test to an address that bounced either (F26)", async () => {
  mails.length = 0;
  await expect(tryEmail.run(as("ada"), {})).rejects.toMatchObject({ code: "unprocessable" });
  expect(mails).toEqual([]);
});

test("says when a test may be sent again, and holds up nobody else's mail (S17)", async () => {
  here.pass(60_000);
  mails.length = 0;
  await tryEmail.run(as("bo"), {});
  here.pass(10_000);
  await expect(tryEmail.run(as("bo"), {})).rejects.toMatchObject({
    code: "too_many_requests",
    detail: "Wait 20 seconds, then try again.",
    retryAfterSeconds: 20,
  });
  expect(await tryEmail.run(as("cy"), {})).toMatchObject({ outcome: "sent" });
  here.pass(20_000);
  expect(await tryEmail.run(as("bo"), {})).toMatchObject({ outcome: "sent" });
  expect(mails).toEqual(["bo@example.com", "cy@example.com", "bo@example.com"]);
});
