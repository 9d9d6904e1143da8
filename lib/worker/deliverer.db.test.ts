import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { listOutbox } from "@/db/queries/outbox";
import type { OutsideChannel } from "@/lib/channels/channel";
import { createEmail } from "@/lib/channels/email/email";
import { createOutbox } from "@/lib/channels/email/outbox";
import { startStandIn } from "@/lib/channels/testing";
import { createWebhook } from "@/lib/channels/webhook";
import { systemClock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import { createLog } from "@/lib/log";
import { createOutgoing } from "@/lib/outgoing/client";
import { keepMailsIn } from "@/lib/usecases/delivery/keep-mails";
import { deliveringIn } from "@/lib/usecases/delivery/testing";
import { getEvent } from "@/lib/usecases/events/get-event";
import { startWorkspace } from "@/lib/usecases/testing";
import { startDelivering } from "./deliverer";
import type { Worker } from "./stoppable";

let here: Awaited<ReturnType<typeof startWorkspace>>;
const workers: Worker[] = [];

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.stop())));
afterAll(() => here.close());

function mailing(): OutsideChannel {
  const outbox = createOutbox(keepMailsIn({ db: here.db, now: () => systemClock.now(), newId }));
  return createEmail(outbox, { from: "belfry@example.com", publicUrl: "https://belfry.example" });
}

function start(channel = mailing(), times: Parameters<typeof startDelivering>[1] = {}): Worker {
  const channels = new Map([[channel.channel, channel]]);
  const env = { EMAIL_DAILY_CAP: 1000 };
  const runtime = {
    db: here.db,
    channels,
    clock: systemClock,
    log: createLog("fatal"),
    authSecret: here.asApp().secret,
    env,
  };
  const worker = startDelivering(runtime, times);
  workers.push(worker);
  return worker;
}

test("with no provider, what deciding queued is in the outbox soon, in both parts, and its decision says delivered", async () => {
  await deliveringIn(here, []).want("ada", "email");
  const id = await here.publish({
    topic: "deals.stage_changed",
    recipients: [{ user: "ada", as: "owner" }],
    title: "Rubber ducks <won>",
    url: "https://crm.example/deals/42",
  });
  await here.decide();
  start().wake();
  const mails = () => listOutbox(here.db.read, here.workspaceId, { limit: 10 });
  await expect.poll(async () => (await mails()).length, { timeout: 10_000 }).toBe(1);
  const [mail] = await mails();
  expect(mail).toMatchObject({ to: "ada@example.com", subject: "Rubber ducks <won>" });
  expect(mail?.html).toContain("Rubber ducks &lt;won&gt;");
  expect(mail?.text).toContain("Rubber ducks <won>");
  const email = async () => {
    const { decisions } = await getEvent.run(here.asApp(), { id, limit: 10, cursor: undefined });
    return decisions[0]?.channels.find(({ channel }) => channel === "email");
  };
  await expect.poll(async () => (await email())?.reason, { timeout: 10_000 }).toBe("delivered");
});

test("stops after what it has in hand, and leaves nothing claimed", async () => {
  const mine = deliveringIn(here, []);
  await mine.notify(300);
  const worker = start();
  worker.wake();
  await expect.poll(async () => (await mine.rows()).some(({ claims }) => claims > 0), { timeout: 10_000 }).toBe(true);
  await worker.stop();
  expect((await mine.rows()).filter(({ leaseUntil }) => leaseUntil !== null)).toEqual([]);
});

test("takes on more as soon as a call has ended, however much was in hand, and sleeps only when nothing is due", async () => {
  const receiver = await startStandIn();
  const outgoing = createOutgoing({ allowPrivate: true });
  const webhook = createWebhook(outgoing, () => systemClock.now());
  const mine = deliveringIn(here, [webhook]);
  await mine.want("ada", "apps");
  const [notificationId = ""] = await mine.notify(1);
  const ways: { channel: "webhook"; connectionId: string; notificationId: string }[] = [];
  for (let n = 0; n < MORE_THAN_IN_HAND; n++) {
    const connectionId = await mine.addWebhook(`${receiver.url}/${n}`);
    ways.push({ channel: "webhook", connectionId, notificationId });
  }
  const ids = await mine.queue(ways);
  start(webhook, { sleep: 60_000 });
  const sent = async () => (await mine.rows(ids)).filter(({ state }) => state === "sent").length;
  await expect.poll(sent, { timeout: 20_000 }).toBe(MORE_THAN_IN_HAND);
  outgoing.close();
  await receiver.stop();
});

const MORE_THAN_IN_HAND = 600;
