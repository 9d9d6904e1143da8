import { afterAll, beforeEach, expect, test } from "vitest";
import { listEventsOfTopic } from "@/db/queries/events";
import type { Readers } from "@/lib/core/broadcast-reader";
import { anotherWorkspace, startWorkspace } from "../testing";
import { saveLargeExport } from "../transfers/save-large-export";
import { acknowledgeBroadcast } from "./acknowledge-broadcast";
import { createBroadcast } from "./create-broadcast";
import { exportReaders } from "./export-readers";
import { listReaders } from "./list-readers";
import { broadcastsIn, saying } from "./testing";

const base = await startWorkspace();
let here: Awaited<ReturnType<typeof anotherWorkspace>> & ReturnType<typeof broadcastsIn>;

beforeEach(async () => {
  const workspace = await anotherWorkspace(base.db);
  here = { ...workspace, ...broadcastsIn(workspace) };
});
afterAll(() => base.close());

test("lists who read it, who took note, and who did not get it and why; the same as a file", async () => {
  const [ada, bo, cy] = await here.people("ada", "bo", "cy");
  const boss = here.as("super_admin", cy);
  const { id } = await createBroadcast.run(boss, saying({ require_acknowledgement: true }));
  await here.decide();
  await acknowledgeBroadcast.run(here.asUser(ada), { notification: (await here.bellOf(ada))[0]!.id });
  const who = async (show: Readers) => {
    const { data } = await listReaders.run(boss, listReaders.input.parse({ id, show }));
    return data.map(({ user }) => user);
  };
  expect(await who("all")).toEqual([ada, bo, cy].sort());
  expect(await who("read")).toEqual([ada]);
  expect(await who("acknowledged")).toEqual([ada]);
  expect(await who("unread")).toEqual([bo]);
  expect(await who("waiting")).toEqual([bo]);
  expect(await who("missed")).toEqual([cy]);
  const first = await listReaders.run(boss, listReaders.input.parse({ id, limit: 2 }));
  const second = await listReaders.run(boss, listReaders.input.parse({ id, limit: 2, cursor: first.next_cursor! }));
  expect([...first.data, ...second.data].map(({ missed }) => missed)).toEqual([null, null, "own_action"]);

  const { parts } = await exportReaders.run(boss, { id });
  let file = "";
  for await (const part of parts) file += part;
  const [head, ...rows] = file.trimEnd().split("\r\n");
  expect(head).toBe("user,name,email,notified,reason,read_at,acknowledged_at");
  const noon = "2026-11-21T12:00:00.000Z";
  expect(rows).toContain(`${ada},${ada},${ada}@example.com,yes,,${noon},${noon}`);
  expect(rows).toContain(`${cy},${cy},${cy}@example.com,no,own_action,,`);
  expect(rows).toHaveLength(3);
  await expect(exportReaders.run(here.as("admin", ada), { id })).rejects.toThrow("no such");
  await expect(listReaders.run(here.as("admin", ada), listReaders.input.parse({ id }))).rejects.toThrow("no such");
});

test("R82: a file of more readers than is set is reported to the other super admins, and a smaller one is not", async () => {
  const [ada, bo, cy] = await here.people("ada", "bo", "cy");
  for (const id of [ada, bo]) await here.addUser(id, { role: "super_admin" });
  const { id } = await here.create();
  await here.decide();
  const reported = async (rows: number) => {
    await saveLargeExport.run(here.as("super_admin", ada), { rows });
    await exportReaders.run(here.as("super_admin", ada), { id });
    return (await listEventsOfTopic(here.db.read, here.workspaceId, "exports.large", 10)).map(({ payload }) => payload);
  };
  expect(await reported(3)).toEqual([]);
  expect(await reported(2)).toMatchObject([
    { recipients: [{ user: bo }], actor: { user: ada }, data: { file_name: `${id}.csv`, rows: 3 } },
  ]);
  expect(await here.bellOf(cy)).toHaveLength(1);
});
