import { afterAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import type { Message, OutsideChannel } from "@/lib/channels/channel";
import { BroadcastInput } from "@/lib/core/broadcast-input";
import type { SendResult } from "@/lib/core/send-result";
import { deliveringIn } from "../delivery/testing";
import { startWorkspace } from "../testing";
import { createBroadcast } from "./create-broadcast";
import { getBroadcast } from "./read-broadcasts";
import { recallBroadcast } from "./recall-broadcast";
import { retryBroadcast } from "./retry-broadcast";

const here = await startWorkspace();
afterAll(() => here.close());

let result: SendResult = { outcome: "failed", reason: "provider_rejected", status: 550, words: "no such mailbox" };
const mail: OutsideChannel = {
  channel: "email",
  oneProvider: true,
  pace: { channel: 0, lane: 0 },
  batch: 1,
  keyMemory: 86_400_000,
  send: async ({ messages }: { messages: readonly Message[] }) => messages.map(() => result),
};
const { deliver } = deliveringIn(here, [mail]);
const read = (id: string) => getBroadcast.run(here.asApp(), { id });
const broadcast = async () =>
  (await createBroadcast.run(here.asApp(), BroadcastInput.parse({ title: "Closed", groups: "everyone" }))).id;

test("U23: what could not be delivered of a broadcast goes out again, of this one alone, and is audited with its number", async () => {
  await here.addUsers(["ada", "bo"]);
  const [id, other] = [await broadcast(), await broadcast()];
  await here.decide();
  expect((await read(id)).failed).toBe(0);
  await deliver();
  expect(await read(id)).toMatchObject({ notified: 2, failed: 2 });
  result = { outcome: "sent" };
  expect((await retryBroadcast.run(here.asApp(), { id })).failed).toBe(0);
  expect((await retryBroadcast.run(here.asApp(), { id })).failed).toBe(0);
  await deliver();
  expect([(await read(id)).failed, (await read(other)).failed]).toEqual([0, 2]);
  const acts = (await listAuditEntries(here.db.read, here.workspaceId)).filter(
    ({ action }) => action === "broadcast.retry",
  );
  expect(acts).toMatchObject([{ target: id, after: { count: 2 } }]);

  await recallBroadcast.run(here.asApp(), { id: other });
  await expect(retryBroadcast.run(here.asApp(), { id: other })).rejects.toMatchObject({ code: "conflict" });
  const boss = here.asUser("ada");
  const admin = { ...boss, actor: { ...boss.actor, role: "admin" as const } };
  await expect(retryBroadcast.run(admin, { id })).rejects.toMatchObject({ code: "not_found" });
});
