import { afterAll, beforeAll, expect, test } from "vitest";
import { deliveringIn } from "../delivery/testing";
import { getEvent } from "../events/get-event";
import { changeMySchedule } from "../schedule/change-my-schedule";
import { startWorkspace } from "../testing";
import { changeNotification } from "./change-notification";
import { getBell } from "./get-bell";
import { openNotification } from "./open-notification";
import { readAll, readAllMine, undoReadAllMine } from "./read-all";
import { setArchived, setRead } from "./set-state";

let here: Awaited<ReturnType<typeof startWorkspace>>;

beforeAll(async () => {
  here = await startWorkspace();
});
afterAll(() => here.close());

const ways: [string, (user: string, ids: string[]) => Promise<unknown>][] = [
  ["marks it as read", (user, ids) => setRead.run(here.asUser(user), { ids, read: true })],
  ["puts it away", (user, ids) => setArchived.run(here.asUser(user), { ids, archived: true })],
  ["opens it from a mail", (user, [id = ""]) => openNotification.run(here.asUser(user), { id })],
  [
    "reads all",
    async (user) => {
      const { position } = await getBell.run(here.asUser(user), { tab: "all" });
      return readAllMine.run(here.asUser(user), { up_to: position! });
    },
  ],
  ["reads it through the API", (user, [id = ""]) => changeNotification.run(here.asApp(), { user, id, read: true })],
  [
    "archives it through the API",
    (user, [id = ""]) => changeNotification.run(here.asApp(), { user, id, archived: true }),
  ],
  ["reads all through the API", (user) => readAll.run(here.asApp(), { user })],
];

test.each(ways)("who %s has done with it: what waits elsewhere is cancelled at once", async (way, done) => {
  const user = way.replaceAll(/\W/g, "-");
  await here.addUsers([user]);
  const mine = deliveringIn(here, []);
  await mine.want(user, "email");
  await changeMySchedule.run(
    here.asUser(user),
    changeMySchedule.input.parse({ email: { kind: "unread_after", minutes: 10 } }),
  );
  const ids = await mine.notify(1, () => user);
  const row = async () => (await mine.rows()).find((one) => one.userId === user)!;
  expect(await row()).toMatchObject({ state: "pending", reason: "delayed" });
  await done(user, ids);
  expect(await row()).toMatchObject({ state: "cancelled", reason: "already_read" });
  const { decisions } = await getEvent.run(here.asApp(), { id: (await row()).eventId, limit: 9, cursor: undefined });
  const email = decisions[0]!.channels.find(({ channel }) => channel === "email");
  expect(email).toMatchObject({ outcome: "cancelled", reason: "already_read" });
});

test("marking as unread, or putting back, cancels nothing, nor does what is done to another", async () => {
  await here.addUsers(["ada", "bo"]);
  const mine = deliveringIn(here, []);
  await mine.want("ada", "email");
  const [id = ""] = await mine.notify(1);
  await setRead.run(here.asUser("bo"), { ids: [id], read: true });
  await setRead.run(here.asUser("ada"), { ids: [id], read: false });
  await setArchived.run(here.asUser("ada"), { ids: [id], archived: false });
  expect((await mine.rows()).find(({ userId }) => userId === "ada")).toMatchObject({ state: "pending" });
});

const undos: [string, (user: string, ids: string[]) => Promise<void>][] = [
  [
    "read",
    async (user, ids) => {
      await setRead.run(here.asUser(user), { ids, read: true });
      await setRead.run(here.asUser(user), { ids, read: false });
    },
  ],
  [
    "put away",
    async (user, ids) => {
      await setArchived.run(here.asUser(user), { ids, archived: true });
      await setArchived.run(here.asUser(user), { ids, archived: false });
    },
  ],
  [
    "all read",
    async (user) => {
      const { position } = await getBell.run(here.asUser(user), { tab: "all" });
      const { readAt } = await readAllMine.run(here.asUser(user), { up_to: position! });
      await undoReadAllMine.run(here.asUser(user), { read_at: readAt });
    },
  ],
  [
    "read over the API",
    async (user, [id = ""]) => {
      await changeNotification.run(here.asApp(), { user, id, read: true });
      await changeNotification.run(here.asApp(), { user, id, read: false });
    },
  ],
];

test.each(undos)("an undo of what was %s brings its email back, for when it was due", async (what, doAndUndo) => {
  const user = `undo-${what.replaceAll(/\W/g, "-")}`;
  await here.addUsers([user]);
  const mine = deliveringIn(here, []);
  await mine.want(user, "email");
  await changeMySchedule.run(
    here.asUser(user),
    changeMySchedule.input.parse({ email: { kind: "unread_after", minutes: 10 } }),
  );
  const ids = await mine.notify(1, () => user);
  const row = async () => (await mine.rows()).find((one) => one.userId === user)!;
  const before = await row();
  await doAndUndo(user, ids);
  expect(await row()).toEqual(before);
  const { decisions } = await getEvent.run(here.asApp(), { id: before.eventId, limit: 9, cursor: undefined });
  const email = decisions[0]!.channels.find(({ channel }) => channel === "email");
  expect(email).toMatchObject({ outcome: "held", reason: "delayed" });
});

test("what is marked unread when its email would have left long ago is not mailed", async () => {
  const mine = deliveringIn(here, []);
  const [id = ""] = await mine.notify(1);
  await setRead.run(here.asUser("ada"), { ids: [id], read: true });
  here.pass(3_600_000);
  await setRead.run(here.asUser("ada"), { ids: [id], read: false });
  const row = (await mine.rows()).find((one) => one.notificationId === id);
  expect(row).toMatchObject({ state: "cancelled", reason: "already_read" });
});
