import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { workspaces } from "@/db/schema/directory";
import type { Message, OutsideChannel } from "@/lib/channels/channel";
import type { SendResult } from "@/lib/core/send-result";
import { getEvent } from "../events/get-event";
import { anotherWorkspace, startWorkspace } from "../testing";
import { discardDeadLetters } from "./discard-dead-letters";
import { listDeadLetters } from "./list-dead-letters";
import { retryDeadLetters } from "./retry-dead-letters";
import { deliveringIn } from "./testing";

let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
let result: SendResult;
let sent: string[];

/** Takes what it is told to, and counts each key. */
const hook: OutsideChannel = {
  ...{ channel: "webhook", oneProvider: false, pace: { channel: 0, lane: 0 }, batch: 1, keyMemory: 86_400_000 },
  async send({ messages }: { messages: readonly Message[] }) {
    if (result.outcome === "sent") sent.push(...messages.map(({ key }) => key));
    return messages.map(() => result);
  },
};

beforeAll(async () => {
  base = await startWorkspace();
});
afterAll(() => base.close());
beforeEach(async () => {
  here = await anotherWorkspace(base.db);
  await here.addUser("ada");
  mine = deliveringIn(here, [hook]);
  await mine.want("ada", "apps");
  await mine.addWebhook("https://hooks.example/");
  result = { outcome: "failed", reason: "provider_rejected", status: 422, words: "no such field" };
  sent = [];
  return () => base.db.transact((tx) => tx.delete(workspaces).where(eq(workspaces.id, here.workspaceId)));
});

function admin() {
  const ctx = here.asUser("boss");
  return { ...ctx, actor: { ...ctx.actor, role: "admin" as const } };
}

const list = (more = {}) => listDeadLetters.run(admin(), { limit: 100, cursor: undefined, ...more });

test("C22: two hundred dead letters, retried by two admins at once, arrive once each", {
  timeout: 60_000,
}, async () => {
  await mine.notify(200);
  await mine.deliver();
  expect(new Set((await mine.rows()).map(({ state }) => state))).toEqual(new Set(["failed"]));
  result = { outcome: "sent" };
  const both = await Promise.all([
    retryDeadLetters.run(admin(), { all: true }),
    retryDeadLetters.run(admin(), { all: true, channel: "webhook" }),
  ]);
  expect(both[0].retried + both[1].retried).toBe(200);
  await mine.deliver();
  expect(sent).toHaveLength(200);
  expect(new Set(sent).size).toBe(200);
  expect(await retryDeadLetters.run(admin(), { all: true })).toEqual({ retried: 0 });
});

test("the list says what the provider said, can be filtered, and comes in pages of one workspace", async () => {
  const [first = ""] = await mine.notify(3);
  await mine.deliver();
  const { data, next_cursor } = await list({ limit: 2 });
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    ...{ user: "ada", channel: "webhook", reason: "provider_rejected", attempts: 1 },
    last: { status: 422, words: "no such field", ambiguous: false },
  });
  const rest = await list({ limit: 2, cursor: next_cursor });
  expect(rest.data.map((one) => one.notification_id)).toEqual([first]);
  expect((await list({ channel: "email" })).data).toEqual([]);
  expect((await list({ reason: "provider_rejected" })).data).toHaveLength(3);
  const other = await anotherWorkspace(base.db);
  const there = { ...admin(), workspaceId: other.workspaceId };
  expect((await listDeadLetters.run(there, { limit: 100, cursor: undefined })).data).toEqual([]);
  expect(await retryDeadLetters.run(there, { ids: data.map(({ id }) => id) })).toEqual({ retried: 0 });
});

test("F23: what may have been sent, and whose key is forgotten, goes again on an admin's word only", async () => {
  result = { outcome: "retry", ambiguous: true };
  await mine.notify(1);
  await mine.deliver();
  here.pass(25 * 3_600_000);
  result = { outcome: "sent" };
  await mine.deliver();
  expect(sent).toEqual([]);
  const { data } = await list();
  expect(data).toMatchObject([{ detail: "idempotency_window_passed" }]);
  here.pass(20 * 86_400_000);
  await retryDeadLetters.run(admin(), { ids: [data[0]?.id ?? ""] });
  await mine.deliver();
  expect(sent).toEqual([data[0]?.id]);
});

test("what was discarded is listed and tried no more, and its decision says that it expired", async () => {
  await mine.notify(1);
  await mine.deliver();
  const { data } = await list();
  expect(await discardDeadLetters.run(admin(), { ids: [data[0]?.id ?? ""] })).toEqual({ discarded: 1 });
  expect((await list()).data).toEqual([]);
  expect(await retryDeadLetters.run(admin(), { all: true })).toEqual({ retried: 0 });
  const event = await getEvent.run(here.asApp(), { id: data[0]?.event_id ?? "", limit: 10, cursor: undefined });
  const decided = event.decisions[0]?.channels.find(({ channel }) => channel === "webhook");
  expect(decided).toMatchObject({ outcome: "cancelled", reason: "expired" });
});

test("members find nothing here", () => {
  for (const verb of [retryDeadLetters, discardDeadLetters]) {
    expect(() => verb.may(here.asUser("ada"), { all: true })).toThrow(/nothing here/);
  }
});
