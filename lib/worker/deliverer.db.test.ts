import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { listOutbox } from "@/db/queries/outbox";
import { createEmail } from "@/lib/channels/email/email";
import { createOutbox } from "@/lib/channels/email/outbox";
import { systemClock } from "@/lib/clock";
import { newId } from "@/lib/ids";
import { createLog } from "@/lib/log";
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

function start(): Worker {
  const { db } = here;
  const outbox = createOutbox(keepMailsIn({ db, now: () => systemClock.now(), newId }));
  const email = createEmail(outbox, { from: "belfry@example.com", publicUrl: "https://belfry.example" });
  const channels = new Map([[email.channel, email]]);
  const worker = startDelivering({
    ...{
      db,
      channels,
      clock: systemClock,
      log: createLog("fatal"),
      authSecret: "secret",
      env: { EMAIL_DAILY_CAP: 1000 },
    },
  });
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
  await mine.notify(200);
  const worker = start();
  worker.wake();
  await expect.poll(async () => (await mine.rows()).some(({ claims }) => claims > 0), { timeout: 10_000 }).toBe(true);
  await worker.stop();
  expect((await mine.rows()).filter(({ leaseUntil }) => leaseUntil !== null)).toEqual([]);
});
