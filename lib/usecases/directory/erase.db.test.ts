import { readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/database";
import { DIALECT } from "@/db/dialect";
import { keepMails } from "@/db/queries/outbox";
import { suppressAddress, suppressedAddresses } from "@/db/queries/suppressions";
import { broadcasts } from "@/db/schema/broadcasts";
import { deliveries, outbox, suppressions } from "@/db/schema/deliveries";
import { events } from "@/db/schema/events";
import { notifications } from "@/db/schema/notifications";
import type { DeliveryContent } from "@/lib/core/delivery-state";
import { newId } from "@/lib/ids";
import { closeDueWindows } from "../events/close-due-windows";
import { decideDueEvents } from "../events/decide-due-events";
import { suppressedAmong } from "../mail/hidden-address";
import { startWorkspace } from "../testing";
import { deleteUser } from "./delete-user";

const EMAIL = "canary.bird@example.com";
const NAME = "Canary Yellowbird";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
  await here.addUser("ada");
});
afterAll(() => here.close());

const payloadOf = async (id: string) =>
  (await here.db.read.select().from(events)).find((row) => row.id === id)?.payload;

test("erasing leaves nothing that says who it was: in events, mails, broadcasts, suppressions or the file itself (S28)", async () => {
  const { db, workspaceId } = here;
  const early = await here.publish({ topic: "deals.stage_changed", recipients: [{ email: EMAIL, as: "owner" }] });
  await here.decide();
  await here.addUser("bird", { name: NAME, email: EMAIL });
  const data = { name: NAME };
  const theirs = { topic: "deals.stage_changed", title: `For ${NAME}`, data };
  const alone = await here.publish({ ...theirs, recipients: [{ email: EMAIL, as: "owner" }] });
  const later = await here.publish({
    ...theirs,
    recipients: [{ email: EMAIL.toUpperCase(), as: "owner" }],
    deliver_at: "2027-01-01T00:00:00Z",
  });
  const shared = await here.publish({
    topic: "deals.stage_changed",
    title: "For both",
    recipients: [
      { user: "ada", as: "owner" },
      { email: EMAIL, as: "owner" },
    ],
  });
  await here.decide();
  await db.transact(async (tx) => {
    await suppressAddress(tx, { workspaceId, channel: "email", address: EMAIL, cause: "bounce", at: new Date(0) });
    const mail = { from: "b@example.com", to: EMAIL, subject: NAME, text: NAME, html: NAME, headers: {} };
    await keepMails(tx, [{ ...mail, id: "out_1", workspaceId, key: "k", createdAt: new Date(0) }]);
    await tx.insert(broadcasts).values({
      id: "brd_1",
      workspaceId,
      eventId: "evt_1",
      makerId: "bird",
      sender: NAME,
      title: "Hi",
      body: "",
      bodyHtml: "",
      audience: "everyone",
      email: false,
      urgency: "normal",
      requireAcknowledgement: false,
      people: 1,
      dueAt: new Date(0),
      createdAt: new Date(0),
      updatedAt: new Date(0),
    });
  });

  await deleteUser.run(here.asApp(), { id: "bird" });

  const bird = [{ user: "bird", as: "owner" }];
  expect(await payloadOf(early)).toMatchObject({ recipients: bird });
  expect(await payloadOf(alone)).toEqual({ topic: "deals.stage_changed", recipients: bird, origin: "ui" });
  expect(await payloadOf(later)).toMatchObject({ recipients: bird, deliver_at: "2027-01-01T00:00:00Z" });
  expect(await payloadOf(shared)).toMatchObject({ title: "For both", recipients: [{ user: "ada" }, { user: "bird" }] });
  expect((await db.read.select().from(notifications)).map(({ userId }) => userId)).toEqual(["ada"]);
  const kept = await Promise.all(
    [outbox, suppressions, broadcasts, events].map((table) => db.read.select().from(table)),
  );
  expect(JSON.stringify(kept).toLowerCase()).not.toMatch(/canary|yellowbird/);
  expect(kept[2]).toMatchObject([{ sender: "Somebody who left" }]);
  if (DIALECT === "sqlite") expect(await theFile()).not.toMatch(/canary|yellowbird/i);
});

test("what others were told of what somebody did tells of nobody, once that person is erased (S28)", async () => {
  const { db } = here;
  await here.addUser("finch", { name: "Al", email: "finch@example.com" });
  await here.addUser("crow", { name: "Al", email: "crow@example.com" });
  const tell = (actor: string, title?: string) =>
    here.publish({ topic: "deals.mentioned", recipients: [{ user: "ada" }], actor: { user: actor }, title });
  const [plain, worded, others] = [await tell("finch"), await tell("finch", "Alpine: Al won it"), await tell("crow")];
  await here.decide();
  const letter = { from: "b@example.com", to: "ada@example.com", headers: {}, createdAt: new Date(0) };
  const mail = { ...letter, subject: "Al won it", text: "Al won Alpine", html: "<b>Al</b>" };
  await db.transact((tx) => keepMails(tx, [{ ...mail, id: "out_2", workspaceId: here.workspaceId, key: "k2" }]));
  const [failed] = await db.read.select().from(deliveries).where(eq(deliveries.eventId, plain));
  const content = { title: "Al mentioned you", actor: "Al" } as DeliveryContent;
  await db.transact((tx) =>
    tx.update(deliveries).set({ state: "failed", content }).where(eq(deliveries.id, failed!.id)),
  );

  await deleteUser.run(here.asApp(), { id: "finch" });

  const told = new Map((await db.read.select().from(notifications)).map((row) => [row.eventId, row]));
  expect(told.get(plain)).toMatchObject({
    title: "Somebody who left mentioned you on a deal",
    actor: { name: "Somebody who left" },
  });
  expect(told.get(plain)?.actor).not.toHaveProperty("user");
  expect(told.get(worded)).toMatchObject({ title: "Alpine: Somebody who left won it" });
  expect(await payloadOf(worded)).toMatchObject({
    title: "Alpine: Somebody who left won it",
    actor: { user: "finch" },
  });
  expect(await payloadOf(plain)).not.toHaveProperty("title");
  expect(told.get(others)).toMatchObject({ title: "Al mentioned you on a deal", actor: { user: "crow", name: "Al" } });
  expect((await db.read.select().from(outbox)).find(({ id }) => id === "out_2")).toMatchObject({
    subject: "Somebody who left won it",
    text: "Somebody who left won Alpine",
    html: "<b>Somebody who left</b>",
  });
  expect((await db.read.select().from(deliveries)).find(({ id }) => id === failed!.id)?.content).toBeNull();
});

test.each([
  ["an event", 0],
  ["a merge window", 300],
])(
  "a worker that read who did it before they were erased writes nothing of %s (S28)",
  async (_, mergeWindowSeconds) => {
    await here.addUser("robin", { name: "Robin Redbreast", email: "robin@example.com" });
    const recipients = [{ user: "ada", as: "assignee" }];
    const id = await here.publish({ topic: "deals.assigned", recipients, actor: { user: "robin" } });
    here.merge(mergeWindowSeconds);
    if (mergeWindowSeconds > 0) await here.decide();
    here.pass(mergeWindowSeconds * 1000);
    let transactions = 0;
    const db: Database = {
      ...here.db,
      async transact(work) {
        // The first claims, and the second stores what was read and decided in between.
        if (++transactions === 2) await deleteUser.run(here.asApp(), { id: "robin" });
        return here.db.transact(work);
      },
    };
    const onFault = (_: string, error: unknown) => expect.fail(String(error));
    const options = { now: here.asApp().now, newId, activeWindowSeconds: 60, mergeWindowSeconds, onFault };
    await (mergeWindowSeconds > 0 ? closeDueWindows : decideDueEvents)(db, options, () => {});
    await here.decide();
    here.merge(0);
    const told = (await here.db.read.select().from(notifications)).filter(({ eventId }) => eventId === id);
    expect(told).toMatchObject([{ userId: "ada", actor: { user: "robin", name: "robin" } }]);
    expect(JSON.stringify(told)).not.toMatch(/redbreast/i);
  },
);

test.each([
  ["an event that waited", false],
  ["a new event", true],
])("what %s changes in place, while the name is taken from everything else, is found too (S28)", async (_, isNew) => {
  const update_key = `deal ${isNew}`;
  await here.addUser("wren", { name: "Jenny Wren", email: "wren@example.com" });
  const event = { topic: "deals.mentioned", recipients: [{ user: "ada" }], actor: { user: "wren" }, update_key };
  await here.publish(event);
  await here.decide();
  const [one] = (await here.db.read.select().from(notifications)).filter((row) => row.updateKey === update_key);
  // More than one look takes at once, so that it has gone past this one when it ends.
  const other = { ...one!, updateKey: null, actor: null };
  const others = Array.from({ length: 2000 }, (_, n) => ({ ...other, id: `ntf_z${isNew}${n}` }));
  await here.db.transact((tx) => tx.insertMany(notifications, others));
  let changing = isNew ? "" : await here.publish(event);
  let transactions = 0;
  const db: Database = {
    ...here.db,
    async transact(work) {
      if (++transactions === 2) {
        if (isNew) changing = await here.publish(event);
        await here.decide();
      }
      return here.db.transact(work);
    },
  };
  await deleteUser.run({ ...here.asApp(), db }, { id: "wren" });
  const [told] = (await here.db.read.select().from(notifications)).filter(({ id }) => id === one!.id);
  expect(told).toMatchObject({ eventId: changing, actor: { name: "Somebody who left" } });
  expect(told!.title).not.toMatch(/wren/i);
});

test("an address that must not be written to is known again, and cannot be read (S28)", async () => {
  const { db, workspaceId } = here;
  const installation = here.asApp();
  expect(await suppressedAddresses(db.read, workspaceId, "email", [EMAIL])).toEqual(new Set());
  expect(await suppressedAmong(db.read, installation, [EMAIL, "ada@example.com"])).toEqual(new Set([EMAIL]));
  expect(await suppressedAmong(db.read, { ...installation, secret: "another" }, [EMAIL])).toEqual(new Set());
  // They came back, bounced again, and are erased again.
  await here.addUser("bird", { email: EMAIL });
  const again = { workspaceId, channel: "email" as const, address: EMAIL, cause: "complaint" as const };
  await db.transact((tx) => suppressAddress(tx, { ...again, at: new Date(1) }));
  await deleteUser.run(here.asApp(), { id: "bird" });
  expect(await suppressedAmong(db.read, installation, [EMAIL])).toEqual(new Set([EMAIL]));
});

/** All bytes of the database, its log moved into it, as text. */
async function theFile(): Promise<string> {
  const file = here.url.replace("file:", "");
  const connection = new Sqlite(file);
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
  return [file, `${file}-wal`].map((one) => readFileSync(one, "latin1")).join("");
}
