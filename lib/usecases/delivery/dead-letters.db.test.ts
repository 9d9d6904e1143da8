import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DIALECT } from "@/db/dialect";
import { listAuditEntries } from "@/db/queries/audit";
import { workspaces } from "@/db/schema/directory";
import { exampleChannel } from "@/lib/channels/content.fixture";
import type { SendResult } from "@/lib/core/send-result";
import { getEvent } from "../events/get-event";
import { setRead } from "../inbox/set-state";
import { anotherWorkspace, startWorkspace } from "../testing";
import { discardDeadLetters } from "./discard-dead-letters";
import { exportDeadLetters } from "./export-dead-letters";
import { listDeadLetters } from "./list-dead-letters";
import { resendDelivery } from "./resend-delivery";
import { retryDeadLetters } from "./retry-dead-letters";
import { deliveringIn } from "./testing";

/** C22 asks for 1,000. */
const DEAD = DIALECT === "postgres" && process.env.SOAK !== "1" ? 300 : 1000;
let base: Awaited<ReturnType<typeof startWorkspace>>;
let here: Awaited<ReturnType<typeof anotherWorkspace>>;
let mine: ReturnType<typeof deliveringIn>;
let result: SendResult;
let sent: string[];

/** Takes what it is told to, and counts each key. */
const hook = exampleChannel(
  async ({ messages }) => {
    if (result.outcome === "sent") sent.push(...messages.map(({ key }) => key));
    return messages.map(() => result);
  },
  { channel: "webhook", oneProvider: false },
);

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

test(`C22: ${DEAD} dead letters are exported once each, and retried by two admins at once arrive once each`, {
  timeout: 60_000,
}, async () => {
  await mine.notify(DEAD);
  await mine.deliver();
  expect(new Set((await mine.rows()).map(({ state }) => state))).toEqual(new Set(["failed"]));
  const file = await exportDeadLetters.run(admin(), {});
  expect(file).toMatchObject({ exported_at: here.asApp().now.toISOString(), more: false });
  expect(new Set(file.dead_letters.map(({ id }) => id)).size).toBe(DEAD);
  expect(file.dead_letters[0]).toEqual((await list({ limit: 1 })).data[0]);
  expect((await exportDeadLetters.run(admin(), { channel: "email" })).dead_letters).toEqual([]);
  expect((await listAuditEntries(here.db.read, here.workspaceId)).at(-1)).toMatchObject({ action: "delivery.export" });
  result = { outcome: "sent" };
  const both = await Promise.all([
    retryDeadLetters.run(admin(), { all: true }),
    retryDeadLetters.run(admin(), { all: true, channel: "webhook" }),
  ]);
  expect(both[0].retried + both[1].retried).toBe(DEAD);
  await mine.deliver();
  expect(sent).toHaveLength(DEAD);
  expect(new Set(sent).size).toBe(DEAD);
  expect(await retryDeadLetters.run(admin(), { all: true })).toEqual({ retried: 0 });
});

test("the list says what the provider said, can be filtered, and comes in pages of one workspace", async () => {
  const [first = ""] = await mine.notify(3);
  await mine.deliver();
  const { data, next_cursor } = await list({ limit: 2 });
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    user: "ada",
    channel: "webhook",
    reason: "provider_rejected",
    attempts: 1,
    last: { status: 422, words: "no such field", ambiguous: false },
  });
  const rest = await list({ limit: 2, cursor: next_cursor });
  expect(rest.data.map((one) => one.notification_id)).toEqual([first]);
  expect((await list({ channel: "email" })).data).toEqual([]);
  expect((await list({ reason: "provider_rejected" })).data).toHaveLength(3);
  const other = await anotherWorkspace(base.db);
  const there = { ...admin(), workspaceId: other.workspaceId };
  expect((await listDeadLetters.run(there, { limit: 100, cursor: undefined })).data).toEqual([]);
  expect((await exportDeadLetters.run(there, {})).dead_letters).toEqual([]);
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

test("what was sent goes once more on an admin's word, under another key, also when it was read meanwhile", async () => {
  result = { outcome: "sent" };
  const [notificationId = ""] = await mine.notify(1);
  await mine.deliver();
  const [row] = await mine.rows();
  await setRead.run(here.asUser("ada"), { ids: [notificationId], read: true });
  await resendDelivery.run(admin(), { id: row!.id });
  await expect(resendDelivery.run(admin(), { id: row!.id })).rejects.toMatchObject({ code: "conflict" });
  await mine.deliver();
  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(2);
  const [after] = await mine.rows();
  expect(after).toMatchObject({ id: row!.id, state: "sent", detail: null, attempts: 1, claims: 2 });
  expect((await mine.attempts()).map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, "sent"],
    [2, "sent"],
  ]);
  const there = { ...admin(), workspaceId: (await anotherWorkspace(base.db)).workspaceId };
  await expect(resendDelivery.run(there, { id: row!.id })).rejects.toMatchObject({ code: "not_found" });
});

test("what its person switched off stays unsent, whoever sends it again", async () => {
  result = { outcome: "sent" };
  await mine.notify(1);
  await mine.deliver();
  const [row] = await mine.rows();
  await mine.want("ada", "apps", false);
  await resendDelivery.run(admin(), { id: row!.id });
  await mine.deliver();
  expect(sent).toHaveLength(1);
  expect((await mine.rows())[0]).toMatchObject({ state: "suppressed", reason: "preference_off" });
});

test("members find nothing here", () => {
  for (const verb of [retryDeadLetters, discardDeadLetters]) {
    expect(() => verb.may(here.asUser("ada"), { all: true })).toThrow(/nothing here/);
  }
  expect(() => exportDeadLetters.may(here.asUser("ada"), {})).toThrow(/nothing here/);
  expect(() => resendDelivery.may(here.asUser("ada"), { id: "dlv_1" })).toThrow(/nothing here/);
});
